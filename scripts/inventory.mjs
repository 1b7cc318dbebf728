import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { loadDeclarations } from './declarations.mjs'
import { loadSource } from './load-source.mjs'
import { inRoot } from './root.mjs'

const page = inRoot('docs/privacy.md')

const reachWords = { everywhere: '可以', own: '只限自己的', branch: '管辖的组织内', subject: '管辖的组织内' }

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** One row an action, under its feature; one column for whoever may ask. */
async function whoMayDoWhat() {
  const { permissions } = await loadSource('src/contract/permissions.ts')
  const { actionNames } = await loadSource('src/contract/action-names.ts')
  const { featureNames } = await loadSource('src/contract/feature-names.ts')
  const { roleNames } = await loadSource('src/domain/staff/words.ts')
  const audiences = {
    visitor: '访客',
    employee: '职工',
    member: '会员',
    joining: '未设好验证器的同事',
    ...roleNames,
  }
  const part = (feature) => {
    const actions = Object.keys(permissions).filter((name) => name.split('.')[0] === feature)
    const asked = Object.keys(audiences).filter((who) => actions.some((name) => permissions[name][who]))
    const rows = actions.map((name) => [
      actionNames[name],
      ...asked.map((who) => reachWords[permissions[name][who]] ?? '—'),
    ])
    return `### ${featureNames[feature]}\n\n${table(['做什么', ...asked.map((who) => audiences[who])], rows)}`
  }
  return Object.keys(featureNames).map(part).join('\n\n')
}

const owners = { union: '工会', staff: '后台人员本人', person: '职工本人' }
const sensitivities = { public: '公开', internal: '内部', personal: '个人信息', sensitive: '敏感个人信息' }
const endings = { alone: '本人可以单独删除，也随账户注销删除', 'with-account': '随账户注销删除' }

const keptFor = (keep) => ('days' in keep ? `${keep.days} 天（自 \`${keep.since}\` 起）` : '直到删除')
const ending = ({ owner, keep }) =>
  [owner.kind === 'person' ? endings[owner.destroyed] : '', 'days' in keep ? '到期自动清除' : '']
    .filter(Boolean)
    .join('；') || '—'

const stored = (declarations, floorOf) =>
  table(
    ['名称', '集合', '内容', '属于', '级别', '加密字段', '保留多久', '为什么', '怎样消失', '法定封存'],
    declarations.map((each) => [
      each.title,
      `\`${each.name}\``,
      each.about,
      owners[each.owner.kind],
      sensitivities[each.sensitivity],
      each.sealed.map((field) => each.fields[field] ?? field).join('、') || '—',
      keptFor(each.keep),
      each.keep.why,
      ending(each),
      each.floor ? floorOf(each.floor, 'national').words : '—',
    ]),
  )

async function words() {
  const { readingReasonNames } = await loadSource('src/domain/readings/words.ts')
  const { floorOf } = await loadSource('src/domain/retention/floors.ts')
  return { readingReasonNames, floorOf }
}

/** Who may do what, what is stored, how it is read and how it goes: in the words of the tables the house runs by. */
async function privacyPage() {
  const declarations = await loadDeclarations()
  const { readingReasonNames, floorOf } = await words()
  return `# 隐私：谁能做什么，存了什么，怎样看，怎样消失

由权限表和集合声明生成（\`npm run inventory\`），请不要手工修改。权限表里没有的，谁也做不了；没有声明的集合打不开，所以这里没有的，系统里也没有。

## 一、谁能做什么

「管辖的组织内」指角色所在的组织和它的下级，别的组织的人和事看起来就像不存在。「会员」是核对过单位的职工，职工能做的会员都能做。一位同事可以有几个角色，每个角色在哪个组织有效是分开的。

${await whoMayDoWhat()}

## 二、存了什么

${stored(declarations, floorOf)}

文件：内容中的图片、音频、视频和字幕，以内容的散列命名；工作稿和公开的内容都不再用到的，大约八天后清除；没有传完的分段 24 小时后清除。职工的阅读位置、播放位置、字号和深浅色只存在自己的手机里。

## 三、怎样记下每一次查看

- 别人（或定时任务）要看您的敏感资料，只有一条路：先写进「谁看过我」，写成了才能看到；写不成就什么也看不到。
- 每条记录写着时间、角色、组织、看的是哪一类、为什么。理由只有这几种：${Object.values(readingReasonNames).join('；')}。
- 记录一条扣着一条，系统里没有修改或删除它的办法。若有人绕过系统少一条、插一条、改一个字，核验（审计页面，或 \`npm run verify-ledger\`）都能发现，连末尾整段被截掉也能发现。
- 审计员看到的是哪位同事、什么时间、为什么看了哪一类，看不到是谁的，也看不到写了什么。
- 查看代号背后是谁，要两位督导：一位申请，另一位同意。申请 24 小时内有效；同意后只有申请的那一位能看，一小时内有效。

## 四、怎样加密

- 上表「加密字段」逐个用 AES-256-GCM 加密；每个人每一类资料各有一把数据密钥，数据密钥再用主密钥加密后存放，主密钥不在数据库里。
- 密文和它所在的集合、条目、字段绑在一起，挪到别处就打不开。
- 微信的身份标识、手机号、证件号和会员卡号不保存，只存带密钥的散列。

## 五、怎样销毁，备份怎么办

- 销毁时先登记并删除数据密钥，再删除资料。密钥一没，剩下的就是谁也打不开的文字。
- 备份里的密钥与资料分开存放，最多保留 7 天：销毁之后最迟 7 天，最后一份还留有密钥的备份也就没有了。
- 从备份恢复时，先按「已销毁的密钥」清单再销毁一遍，清单存放在数据库之外。
- 销毁后给您一张回执，只写哪一类、几条、什么时间，没有内容；审计员能核对它是不是真的。
- 法律要求封存的，到期之前谁也打不开，到期自动销毁。
`
}

/** What is wrong with the page as it lies there; nothing when it says what the tables say. */
export async function staleInventory() {
  const written = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return written === (await privacyPage())
    ? []
    : ['docs/privacy.md is not what the permissions and declarations say: npm run inventory']
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(page, await privacyPage())
  console.log('docs/privacy.md written')
}
