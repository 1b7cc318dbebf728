import type { SeedPiece } from './seed-piece'

export const piece: SeedPiece = {
  slug: 'shoulders-and-hands',
  kind: 'video',
  topic: 'self-care',
  audiences: ['frontline', 'medical', 'teachers', 'women', 'high-pressure'],
  title: '放下肩和手：渐进放松',
  summary: '一分多钟，按画面上的字，手和肩先轻轻用力，再慢慢放开。没有人说话，坐在工位上、休息间里都可以做。',
  author: '心驿编辑组',
  sources: [{ title: '中国成人失眠诊断与治疗指南（2017版）', publisher: '中华医学会神经病学分会', year: 2018 }],
  media: { file: 'shoulders-and-hands.mp4', seconds: 75 },
  body: [
    {
      type: 'paragraph',
      text: '干一天活，肩膀常常端着，手常常攥着，自己并不知道。这段画面一分多钟，用字告诉您什么时候用力、什么时候放开，背景是轻轻的声音，没有人说话。',
    },
    { type: 'heading', text: '怎么用' },
    {
      type: 'list',
      ordered: true,
      items: [
        '找个坐得稳的地方，手里的东西放下。',
        '看到「用力」的提示，用五六分的力气就够，不要到疼，也不要憋气。',
        '看到「放开」的提示，让它一下子松掉，留意松下来的手和肩是什么感觉，沉的、热的、说不上来的都行。',
      ],
    },
    {
      type: 'paragraph',
      text: '先紧一下，再松，比直接叫自己「放松」要容易。午休、下班前、睡前都可以做，一天做几遍没有定数。',
    },
    { type: 'heading', text: '什么时候停' },
    {
      type: 'paragraph',
      text: '哪里疼就跳过哪里。肩、手、颈部受过伤，刚做过手术，或者医生交代过不要用力的，请先问医生；只看着画面、在心里做，也可以。做完觉得更难受，就停下来走一走。心里长时间放不下，可以拨 12356；身体突然不适，请拨 120。',
    },
  ],
}
