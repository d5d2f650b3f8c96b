/** Why a name or a number cannot be taken. */
export const renamePhrases = {
  nothing: '这里没有可以改的单位名称或序号。请把光标放在单位名称、序号或者引用的序号上。',
  empty: '名称不能为空。',
  oneLine: '单位名称要写在一行里，不能换行，也不能有制表符。',
  several: '「{name}」像是几个单位，请只写一个单位的名称。',
  taken: '单位名录中「{unit}」已经用了「{name}」这个名称。',
  notNumber: '序号要写成从1起的数字，如「12」。',
  numberTaken: '这份文件是节选，已经有第{number}项，不能再用这个序号。',
  cannotMove: '已经有第{number}项，这一项又不能自动移到它的位置，请先调整这两项的写法或位置。',
  cannotWrite: '这一项的序号与别处共用，或者写法特殊，不能自动更改。',
} as const;
