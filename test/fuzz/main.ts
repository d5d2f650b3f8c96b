import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Case, minimize, writeCase } from './cases';
import { createChance } from './chance';
import { createStock, nasty, sample } from './texts';
import { createTrial, type Trial } from './trial';

/** One sample may not take longer, whatever it is: then it hangs. */
const HANG_MS = 60_000;
const MAX_HEAP_MB = 1_500;
const EXCERPT = 6_000;
/** A failing sample is made smaller for so long. */
const MINIMIZE_MS = 20_000;
/** One sample in so many is a large one. */
const NASTY_EVERY = 40;

const cases = join(process.cwd(), 'test', 'fuzz', 'cases');

interface Order {
  readonly seconds: number;
  readonly seed: number;
}

type Report =
  | { readonly kind: 'begin'; readonly sample: Case }
  | { readonly kind: 'found'; readonly fault: string }
  | { readonly kind: 'fault'; readonly sample: Case; readonly fault: string }
  | { readonly kind: 'end'; readonly samples: number; readonly heap: number };

if (isMainThread) await watch(readOrder());
else await work(workerData as Order);

function readOrder(): Order {
  const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
  return { seconds: Number(values.seconds ?? 60), seed: Number(values.seed ?? Date.now() % 1e9) };
}

/** Runs the work in a thread, so that one that hangs can be told from one that is slow. */
async function watch(order: Order): Promise<void> {
  console.log(`种子 ${order.seed}，${order.seconds} 秒`);
  const worker = new Worker(process.argv[1] ?? '', {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let current: Case | undefined;
  let timer: NodeJS.Timeout | undefined;
  let faults = 0;
  const tell = (fault: string, one: Case) => {
    faults++;
    console.log(`\n${fault}\n  见 ${writeCase(cases, one, fault)}`);
  };
  await new Promise<void>((done) => {
    worker.on('message', (report: Report) => {
      clearTimeout(timer);
      if (report.kind === 'found') console.log(`\n${report.fault}\n正在缩小……`);
      if (report.kind === 'fault') tell(report.fault, report.sample);
      if (report.kind === 'end') console.log(`\n${report.samples} 个样本，${faults} 处出错，内存 ${report.heap} MB`);
      if (report.kind !== 'begin') return;
      current = report.sample;
      timer = setTimeout(() => {
        if (current) tell('没有在限定时间内结束', current);
        worker.terminate();
      }, HANG_MS);
    });
    worker.on('error', (error) => {
      if (current) tell(String(error.stack ?? error), current);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
  process.exitCode = faults > 0 ? 1 : 0;
}

async function work({ seconds, seed }: Order): Promise<void> {
  const stock = createStock();
  const end = performance.now() + seconds * 1000;
  let trial = await createTrial();
  let samples = 0;
  for (; performance.now() < end; samples++) {
    const own = seed + samples;
    const chance = createChance(own);
    const isNasty = samples % NASTY_EVERY === NASTY_EVERY - 1;
    const one: Case = { sample: isNasty ? nasty(chance, 1_000_000) : sample(stock, chance, EXCERPT), seed: own };
    report({ kind: 'begin', sample: one });
    const fault = await faultOf(trial, one);
    if (fault === undefined) continue;
    report({ kind: 'found', fault });
    const enough = performance.now() + MINIMIZE_MS;
    const fresh = async (smaller: Case) => {
      if (performance.now() > enough) return false;
      report({ kind: 'begin', sample: one });
      const other = await createTrial();
      const found = await faultOf(other, smaller);
      await other.end().catch(() => undefined);
      return found !== undefined;
    };
    const smallest = await minimize(one, fresh, isNasty ? 30 : 300);
    report({ kind: 'fault', sample: smallest, fault });
    trial = await createTrial();
  }
  await trial.end();
  report({ kind: 'end', samples, heap: Math.round(process.memoryUsage().heapUsed / 1e6) });
  process.exit();
}

async function faultOf(trial: Trial, { sample: one, seed }: Case): Promise<string | undefined> {
  try {
    await trial.run(one, seed);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function report(message: Report): void {
  parentPort?.postMessage(message);
}
