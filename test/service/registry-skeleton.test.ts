import { describe, expect, it } from 'vitest';
import { registrySkeleton } from '../../server/src/service/registry-skeleton';
import { open } from './harness';

describe('a new registry', () => {
  it.each(['沁水县', '沙坡头区', '瑞丽市'])('of %s has nothing to find fault with', async (county) => {
    const { file } = await open({ 'a.danwei.yaml': registrySkeleton(county) });
    expect(file.findings).toEqual([]);
  });

  it('calls the units by the level of the county', () => {
    expect(registrySkeleton('沙坡头区')).toContain('- 名称: 区司法局\n    类别: 政府部门\n');
    expect(registrySkeleton('沙坡头区')).not.toMatch(/: 县/);
    expect(registrySkeleton('科尔沁右翼前旗')).toContain('- 名称: 县司法局\n');
  });
});
