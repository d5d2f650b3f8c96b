// Rows of the report: a figure of ours, one of the peer, and how many times the one is the other.
import { quantile } from './measure.mjs';

/** @typedef {{ what: string, ours: string, peer: string, times: string }} Row */

/** @param {number[]} ours milliseconds @param {number[]} peer @returns {Row} medians and 95th percentiles; the ratio of the medians */
export function spread(what, ours, peer) {
  const words = (times) =>
    times.length === 0 ? '—' : `${inMs(quantile(times, 0.5))} / ${inMs(quantile(times, 0.95))}`;
  return { what, ours: words(ours), peer: words(peer), times: ratio(quantile(ours, 0.5), quantile(peer, 0.5)) };
}

/** @returns {Row} */
export function time(what, ours, peer) {
  return { what, ours: inMs(ours), peer: inMs(peer), times: ratio(ours, peer) };
}

/** @returns {Row} */
export function memory(what, ours, peer) {
  const words = (mb) => (Number.isNaN(mb) ? '—' : `${Math.round(mb)} MB`);
  return { what, ours: words(ours), peer: words(peer), times: ratio(ours, peer) };
}

export function table(rows) {
  const cells = rows.map(({ what, ours, peer, times }) => `| ${what} | ${ours} | ${peer} | ${times} |`);
  return ['| 场景 | 本工具 | 对照 | 对照÷本工具 |', '|---|---:|---:|---:|', ...cells].join('\n');
}

function inMs(ms) {
  if (Number.isNaN(ms)) return '—';
  return ms < 999.5 ? `${Number(ms.toPrecision(3))} 毫秒` : `${Number((ms / 1000).toPrecision(3))} 秒`;
}

/** How many times the peer's figure is ours: above 1 is better for us. */
function ratio(ours, peer) {
  const times = peer / ours;
  return Number.isNaN(times) ? '—' : String(Number(times.toPrecision(2)));
}
