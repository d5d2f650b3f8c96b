/** Commands of the client that the server's answers may name. Their arguments are plain JSON. */

/** Shows locations that are known already: URI of a file, a position in it, the locations. */
export const showReferencesCommand = 'zhibiao.showReferences';
