/** A request beyond the Language Server Protocol, with the types of its parameters and of its answer. */
export interface Request<P, R> {
  readonly method: string;
  /** Never there: only carries the types. */
  readonly types?: { readonly params: P; readonly result: R };
}

/** Names a request. @param method starts with `zhibiao/` */
export function request<P, R>(method: `zhibiao/${string}`): Request<P, R> {
  return { method };
}
