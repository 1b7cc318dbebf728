import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { monthlyCost } from './monthly-cost.mjs'
import { inRoot } from './root.mjs'

const page = inRoot('docs/cost.md')
const json = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8'))

const whole = (value) => Math.round(value).toLocaleString('en-US')
const short = (value) => (Math.round(value * 10) / 10).toLocaleString('en-US')
const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const yuanNames = {
  package: '基础套餐',
  requests: '调用次数，超出套餐的部分',
  compute: '云函数资源，超出套餐的部分',
  egress: '云函数流量，超出套餐的部分',
  cdn: '图片、音频和视频的流量，超出套餐的部分',
  storage: '数据库和文件的容量，超出套餐的部分',
}

/** The month in a table, each number with what it was made from. */
export function costPage(bills, given) {
  const cost = monthlyCost(bills, given)
  const { prices, assumed, source } = given
  const asksOf = (asks) => Object.entries(asks).map(([action, times]) => `\`${action}\` × ${times}`)
  return `# 微信云上一个月多少钱

由 \`config/budgets.json\` 里每个操作的账单上限、\`config/cost.json\` 里的价目和每天做什么算出（\`npm run cost\`），请不要手工修改。每天 ${whole(cost.servicesADay)} 次服务，${assumed.days} 天：**约 ${whole(cost.inAll)} 元**。价目会变，用量按自己的城市改。

## 合计

${table(
  ['用在哪里', '元'],
  [
    ...Object.entries(cost.yuan).map(([name, yuan]) => [yuanNames[name], short(yuan)]),
    ['**合计**', `**${short(cost.inAll)}**`],
  ],
)}

一个月 ${whole(cost.used.requests)} 次调用，${whole(cost.used.gbs)} GBs，云函数流量 ${short(cost.used.egressGb)} GB，内容流量 ${short(cost.used.cdnGb)} GB。

调用次数 = 云函数调用 + 向数据库发出的请求（含事务的开始和提交）。价目没有说一次读出二十条算一次还是二十次；若每一条读写都算一次，合计是 ${whole(cost.inAllByDocuments)} 元。

## 每天做什么，各占多少

${table(
  ['做什么', '每天', '一个月的调用', '元（套餐扣除前）'],
  cost.lines.map(({ name, aDay, requests, yuan }) => [name, whole(aDay), whole(requests), short(yuan)]),
)}

每一次里有什么：

${[...given.services, ...given.besides].map(({ name, asks }) => `- ${name}：${asksOf(asks).join('，')}`).join('\n')}

## 价目和假定

- 价目来源：${source}。基础套餐每月 ${prices.package.yuan} 元，含 ${whole(prices.package.requests)} 次调用、${prices.package.storageGb} GB 容量、${whole(prices.package.computeGbs)} GBs、云函数流量 ${prices.package.egressGb} GB、CDN ${prices.package.cdnGb} GB；超出：每万次 ${prices.requestsPer10000} 元，容量每 GB 每天 ${prices.storageGbDay} 元，每 GBs ${prices.computeGbs} 元，云函数流量每 GB ${prices.egressGb} 元，CDN 每 GB ${prices.cdnGb} 元。
- 每个操作按账单上限算，实际只会少。云函数 ${assumed.memoryGb * 1024} MB，每次 ${assumed.msBefore} 毫秒加每个请求 ${assumed.msACall} 毫秒，向上取到 ${assumed.stepMs} 毫秒；每次回答 ${assumed.kbAnswered} KB；读一篇 ${assumed.mbARead} MB 图片，看听一段 ${assumed.mbAPlay} MB；数据库和文件共 ${assumed.storageGb} GB。这些是假定，不是测量。
- 不含：订阅消息（不收费）、短信、CDN 回源、高级日志、常驻云函数、备份到别处的流量。
- 微信没有服务器推送，对话要手机和工作台自己去看，这是最大的一项；自己的服务器有门铃，没有这一项。
`
}

export const costNow = () => [json('config/budgets.json').bills, json('config/cost.json')]

/** What is wrong with the page as it lies there; nothing when it says what the bills say. */
export function staleCost() {
  const written = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return written === costPage(...costNow()) ? [] : ['docs/cost.md is not what the bills and prices say: npm run cost']
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { lines, inAll } = monthlyCost(...costNow())
  for (const { name, aDay, yuan } of lines)
    console.log(`${whole(aDay).padStart(8)} a day ${short(yuan).padStart(9)} yuan a month  ${name}`)
  console.log(`${short(inAll)} yuan a month in all`)
  writeFileSync(page, costPage(...costNow()))
  console.log('docs/cost.md written')
}
