import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { loadDeclarations } from './declarations.mjs'
import { inRoot } from './root.mjs'

const page = inRoot('docs/data-inventory.md')

const owners = { union: () => '工会', staff: () => '后台人员本人', person: () => '职工本人' }
const sensitivities = { public: '公开', internal: '内部', personal: '个人信息', sensitive: '敏感个人信息' }

const keptFor = (keep) => ('days' in keep ? `${keep.days} 天（自 \`${keep.since}\` 起）` : '直到删除')

const row = ({ name, about, owner, sensitivity, sealed, keep }) =>
  `| \`${name}\` | ${about} | ${owners[owner.kind]()} | ${sensitivities[sensitivity]} | ${sealed.length ? sealed.join('、') : '—'} | ${keptFor(keep)} | ${keep.why} |`

/** Everything that is stored, in the words of the declarations. */
const inventory = async () => `# 存了什么（数据清单）

由集合声明生成（\`npm run inventory\`），请不要手工修改。没有声明的集合打不开，所以这里没有的，系统里也没有。

| 集合 | 内容 | 属于 | 级别 | 加密字段 | 保留多久 | 为什么 |
|---|---|---|---|---|---|---|
${(await loadDeclarations()).map(row).join('\n')}

文件：内容中的图片、音频、视频和字幕，以内容的散列命名；工作稿和公开的内容都不再用到的，大约八天后清除；没有传完的分段 24 小时后清除。职工的阅读位置、播放位置、字号和深浅色只存在自己的手机里。
`

/** What is wrong with the page as it lies there; nothing when it says what the declarations say. */
export async function staleInventory() {
  const written = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return written === (await inventory())
    ? []
    : ['docs/data-inventory.md is not what the declarations say: npm run inventory']
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(page, await inventory())
  console.log('docs/data-inventory.md written')
}
