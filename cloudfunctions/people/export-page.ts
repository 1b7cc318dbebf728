/** One kind, as the person reads it. */
export type ExportedKind = {
  title: string
  about: string
  seenBy: string
  kept: string
  columns: string[]
  rows: string[][]
}

export type Exported = { madeAt: string; part: number; isLast: boolean; kinds: ExportedKind[] }

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as text, whatever somebody wrote. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '')

const style = `
:root { color-scheme: light dark; }
body { max-width: 46em; margin: 0 auto; padding: 2em 1.2em 4em; font: 16px/1.75 -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
h1 { font-size: 1.6em; font-weight: 600; }
h2 { font-size: 1.2em; font-weight: 600; margin: 2.4em 0 .4em; }
p { margin: .3em 0; }
dl { margin: .6em 0; }
dt { float: left; clear: left; width: 5em; opacity: .7; }
dd { margin: 0 0 .2em 5em; }
table { width: 100%; border-collapse: collapse; margin-top: .8em; font-size: .94em; }
th, td { text-align: left; vertical-align: top; padding: .35em .8em .35em 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
th { font-weight: 600; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } h2 { break-after: avoid; } }
`

const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')

/** Also what a row weighs, to know how many fit. */
export const rowMarkup = (row: readonly string[]) => `<tr>${cells('td', row)}</tr>\n`

const table = ({ columns, rows }: ExportedKind) =>
  `<table>\n<thead><tr>${cells('th', columns)}</tr></thead>\n<tbody>\n${rows.map(rowMarkup).join('')}</tbody>\n</table>`

const section = (kind: ExportedKind) => `<section>
<h2>${escaped(kind.title)}</h2>
<p>${escaped(kind.about)}</p>
<dl>
<dt>谁能看到</dt><dd>${escaped(kind.seenBy)}</dd>
<dt>存多久</dt><dd>${escaped(kind.kept)}</dd>
</dl>
${kind.rows.length > 0 ? table(kind) : '<p>现在没有。</p>'}
</section>`

/** A page that needs nothing else: no script, no file from anywhere, and it prints well. */
export const exportPage = ({ madeAt, part, isLast, kinds }: Exported) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>我的资料</title>
<style>${style}</style>
</head>
<body>
<h1>我的资料</h1>
<p>这是心驿到 ${escaped(madeAt)}（北京时间）为止存着的、关于您的资料${part > 1 || !isLast ? `，第 ${part} 部分${isLast ? '，也是最后一部分' : ''}` : ''}。里面加密存放的内容已经为您解开，请把这份文件放在只有您能看到的地方。</p>
${kinds.map(section).join('\n')}
</body>
</html>
`
