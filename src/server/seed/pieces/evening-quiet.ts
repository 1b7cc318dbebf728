import type { SeedPiece } from './seed-piece'

export const piece: SeedPiece = {
  slug: 'evening-quiet',
  kind: 'audio',
  topic: 'sleep',
  audiences: ['frontline', 'medical', 'police', 'teachers', 'high-pressure', 'women'],
  title: '睡前安静片刻',
  summary: '大约两分钟，缓慢的音和像波浪一样的声音，放在躺下以前听。没有人说话，听完把手机放远一点就好。',
  author: '心驿编辑组',
  sources: [{ title: '中国成人失眠诊断与治疗指南（2017版）', publisher: '中华医学会神经病学分会', year: 2018 }],
  media: { file: 'evening-quiet.m4a', seconds: 120 },
  body: [
    {
      type: 'paragraph',
      text: '这段声音大约两分钟，是缓慢的音，像波浪一样一起一落。里面没有人说话，也没有要您完成的动作。它不能让人马上睡着，只是帮您在白天和夜里之间，留一小段安静。',
    },
    { type: 'heading', text: '怎么用' },
    {
      type: 'list',
      ordered: true,
      items: [
        '该做的都做完，灯调暗，音量调到刚好听得见。',
        '坐着或躺着，让肩膀、手、下巴松下来。声音落下去的时候，慢慢呼气。',
        '想起明天的事，就在心里说一句「明天再想」，再听回声音。',
        '放完，把手机扣着放远一点。',
      ],
    },
    {
      type: 'paragraph',
      text: '上夜班的，早上回到家拉上窗帘听，也一样。听完还不困，就在暗处再坐一会儿，困了再上床。',
    },
    { type: 'heading', text: '什么时候停' },
    {
      type: 'paragraph',
      text: '声音让您烦躁、发慌，就关掉，不必听完。开车和值守时不要听。若一星期有三个晚上以上睡不好，白天受影响，请到医院问一问。夜里心里难熬，可以拨 12356，各地接听时段可能不同；有伤害自己的念头，请叫醒身边的人，拨 120 或 110。',
    },
  ],
}
