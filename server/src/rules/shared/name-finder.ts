interface Branch {
  readonly branches: Map<string, Branch>;
  ends: boolean;
}

/** Names longer than this are no names of units; the limit keeps the search linear. */
const MAX_LENGTH = 40;

/**
 * Prepares the search for names in texts.
 * @returns for a text and an offset the length (UTF-16 units) of the longest name that starts there, or 0
 */
export function nameFinder(names: Iterable<string>): (text: string, at: number) => number {
  const root: Branch = { branches: new Map(), ends: false };
  for (const name of names) {
    if (name.length > MAX_LENGTH) continue;
    let branch = root;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charAt(i);
      let next = branch.branches.get(unit);
      if (!next) {
        next = { branches: new Map(), ends: false };
        branch.branches.set(unit, next);
      }
      branch = next;
    }
    branch.ends = true;
  }
  return (text, at) => {
    let longest = 0;
    let branch: Branch | undefined = root;
    for (let i = at; branch; i++) {
      if (branch.ends) longest = i - at;
      branch = branch.branches.get(text.charAt(i));
    }
    return longest;
  };
}
