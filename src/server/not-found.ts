import type { Context } from 'hono'

const page = (title: string, text: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{margin:0;min-height:100vh;display:grid;place-content:center;gap:12px;padding:24px;font:16px/1.7 system-ui,sans-serif;background:#f7f5f1;color:#33403c}a{color:#2f6b5c}h1{font-size:22px;margin:0}p{margin:0}@media(prefers-color-scheme:dark){body{background:#1b1f1e;color:#dfe5e2}a{color:#8ccab8}}</style>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">回到首页</a></p>
</html>
`

export const notFound = (c: Context) =>
  c.html(page('没有找到这个页面', '它可能已经搬走，或者地址不完整。'), 404, { 'cache-control': 'no-store' })

export const broken = (c: Context) =>
  c.html(page('这边出了点问题', '已经记录下来，请稍后再试。急需有人听您说，可以拨 12356。'), 500, {
    'cache-control': 'no-store',
  })
