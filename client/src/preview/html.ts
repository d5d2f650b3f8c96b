export interface PageParts {
  /** Made anew for each page; only the script that bears it runs. */
  readonly nonce: string;
  /** Where the webview's own files come from. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  readonly language: 'zh-CN' | 'en';
}

/** Nothing but our own script and style sheet: no inline code, no images, no fonts, no network. */
export function contentSecurityPolicy({ nonce, cspSource }: Pick<PageParts, 'nonce' | 'cspSource'>): string {
  return `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; base-uri 'none'; form-action 'none'`;
}

/** The page of the webview; what it shows comes by messages. */
export function pageHtml(parts: PageParts): string {
  return `<!DOCTYPE html>
<html lang="${parts.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${parts.style}">
</head>
<body>
<script nonce="${parts.nonce}" src="${parts.script}"></script>
</body>
</html>
`;
}
