import { isMainThread } from 'node:worker_threads';

/*
 * Where the program starts. Both parts are files of their own: a server as editors start it loads nothing of the command
 * line, which would cost it a tenth of a second and 16 MB.
 */
if (isMainThread && process.argv.slice(2).join(' ') === 'lsp --stdio') void import('../lsp/node');
else void import('./command-line');
