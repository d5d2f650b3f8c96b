/** True for a name that a file can bear: 沁水县, 沙坡头区, 瑞丽市, 科尔沁右翼前旗. */
export function isCounty(value: string): boolean {
  return /^[\p{Script=Han}]{2,20}$/u.test(value.trim());
}

/** The name as files bear it: 沁水 for 沁水县; short names stay whole (郏县). */
export function plainName(county: string): string {
  const name = county.trim();
  return name.length > 2 ? name.replace(/[县区市旗]$/, '') : name;
}
