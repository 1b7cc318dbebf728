/** A year of open days, one theme a month. Titles name no trouble: they stand in calendars and notices that others may see. */
export type OpenDay = { theme: string; title: string; teacher: TeacherName; about: string }

export type TeacherName = 'tang' | 'wei' | 'luo' | 'pei' | 'ji'

export const openDays: readonly OpenDay[] = [
  {
    theme: '心理戏剧',
    title: '把心里的话演出来',
    teacher: 'tang',
    about: '不用会表演。几个人一组，把上班路上、家里的一个小场面演一遍，再换个演法。想看不想演，也可以坐着看。',
  },
  {
    theme: '曼陀罗绘画',
    title: '一个圆，慢慢画',
    teacher: 'wei',
    about: '在一个圆里随手画，不比画得像不像。纸和笔都备好了，画完可以带走，也可以不给别人看。',
  },
  {
    theme: '积极心态',
    title: '从今天的三件小事说起',
    teacher: 'luo',
    about: '不讲大道理。一起做几个能带回家的小练习：记三件顺心的小事，写一封不寄出的谢信。',
  },
  {
    theme: '催眠与暗示沟通',
    title: '放松下来，听懂一句话',
    teacher: 'ji',
    about: '先体验一次全身放松，再看看平时哪些话让人紧、哪些话让人松。全程清醒，随时可以睁眼出来。',
  },
  {
    theme: '正念呼吸',
    title: '坐一会儿，喘口气',
    teacher: 'wei',
    about: '坐着、站着、走着，三种办法把心放回呼吸上。倒班下来犯困也没关系，睡着了没人叫醒您。',
  },
  {
    theme: '睡眠',
    title: '今晚睡个好觉',
    teacher: 'ji',
    about: '睡不着时怎么办，下夜班怎么补，手机放哪里。带走一张自己的一周小计划。',
  },
  {
    theme: '情绪',
    title: '气头上的三十秒',
    teacher: 'luo',
    about: '火气上来时，身体先知道。学几个当场就能用的办法，回去和同事、孩子都用得上。',
  },
  {
    theme: '亲子沟通',
    title: '下班后的半小时',
    teacher: 'pei',
    about: '一天只有半小时陪孩子，怎么过。可以带家人一起来，孩子有人照看。',
  },
  {
    theme: '沙盘',
    title: '摆一摆，看一看',
    teacher: 'tang',
    about: '一盘沙、许多小物件，想摆什么摆什么。摆完愿意就说两句，不说也行。',
  },
  {
    theme: '音乐放松',
    title: '听一个下午',
    teacher: 'wei',
    about: '闭眼听，跟着拍手，哼几句。不用识谱，也不用唱得好。',
  },
  {
    theme: '人际与边界',
    title: '好好说「不」',
    teacher: 'luo',
    about: '怎么推掉一件事又不伤和气。用您自己碰到的场面来练，换几种说法，选顺口的一种。',
  },
  {
    theme: '一年回望',
    title: '这一年，辛苦了',
    teacher: 'pei',
    about: '把这一年的不容易和放得下的写在两张纸上，一张留着，一张随您处置。最后一起喝杯热茶。',
  },
]
