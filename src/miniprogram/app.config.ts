import theme from './theme.json'

/** Browsers do not read theme.json: there the shell paints by its own variables and these are only the first paint. */
const weapp = process.env.TARO_ENV === 'weapp'
const colour = (name: keyof typeof theme.light): string => (weapp ? `@${name}` : theme.light[name])

export default defineAppConfig({
  entryPagePath: 'pages/home/index',
  pages: [
    'pages/home/index',
    'pages/learn/index',
    'pages/tests/index',
    'pages/counselling/index',
    'pages/mine/index',
    'pages/help/index',
    'pages/notes/index',
  ],
  subPackages: [
    {
      root: 'library',
      name: 'library',
      pages: ['pages/list/index', 'pages/piece/index', 'pages/favourites/index', 'pages/breathing/index'],
    },
    {
      root: 'privacy',
      name: 'privacy',
      pages: [
        'pages/centre/index',
        'pages/features/index',
        'pages/stored/index',
        'pages/readings/index',
        'pages/consents/index',
        'pages/consent/index',
        'pages/take-away/index',
        'pages/destroy/index',
        'pages/receipt/index',
        'pages/unit/index',
        'pages/nickname/index',
      ],
    },
    {
      root: 'tests',
      name: 'tests',
      pages: [
        'pages/instrument/index',
        'pages/taking/index',
        'pages/result/index',
        'pages/results/index',
        'pages/sheet/index',
        'pages/survey/index',
      ],
    },
    { root: 'notices', name: 'notices', pages: ['pages/inbox/index'] },
    {
      root: 'counselling',
      name: 'counselling',
      pages: [
        'pages/list/index',
        'pages/counsellor/index',
        'pages/confirm/index',
        'pages/wish/index',
        'pages/bookings/index',
        'pages/booking/index',
        'pages/move/index',
      ],
    },
    { root: 'chat', name: 'chat', pages: ['pages/chats/index', 'pages/chat/index'] },
    {
      root: 'events',
      name: 'events',
      pages: [
        'pages/calendar/index',
        'pages/event/index',
        'pages/mine/index',
        'pages/ticket/index',
        'pages/rate/index',
        'pages/certificate/index',
        'pages/draw/index',
        'pages/door/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['library', 'events'] },
    'pages/learn/index': { network: 'all', packages: ['library'] },
    'pages/tests/index': { network: 'all', packages: ['tests', 'privacy'] },
    'pages/counselling/index': { network: 'all', packages: ['counselling', 'chat', 'privacy'] },
    'pages/mine/index': { network: 'all', packages: ['privacy', 'notices', 'counselling', 'events'] },
    'pages/help/index': { network: 'all', packages: ['library', 'privacy'] },
  },
  window: {
    navigationBarTitleText: '心驿',
    navigationBarBackgroundColor: colour('navBackground'),
    navigationBarTextStyle: colour('navText') as 'black',
    backgroundColor: colour('pageBackground'),
    backgroundTextStyle: colour('pullText') as 'dark',
  },
  tabBar: {
    color: colour('tabText'),
    selectedColor: colour('tabChosen'),
    backgroundColor: colour('tabBackground'),
    borderStyle: colour('tabLine') as 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: colour('homeIcon'),
        selectedIconPath: colour('homeChosen'),
      },
      {
        pagePath: 'pages/learn/index',
        text: '学',
        iconPath: colour('learnIcon'),
        selectedIconPath: colour('learnChosen'),
      },
      {
        pagePath: 'pages/tests/index',
        text: '测',
        iconPath: colour('testsIcon'),
        selectedIconPath: colour('testsChosen'),
      },
      {
        pagePath: 'pages/counselling/index',
        text: '聊',
        iconPath: colour('talkIcon'),
        selectedIconPath: colour('talkChosen'),
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: colour('mineIcon'),
        selectedIconPath: colour('mineChosen'),
      },
    ],
  },
  ...(weapp
    ? {
        darkmode: true,
        themeLocation: 'theme.json',
        sitemapLocation: 'sitemap.json',
        lazyCodeLoading: 'requiredComponents',
        __usePrivacyCheck__: true,
      }
    : { animation: false }),
})
