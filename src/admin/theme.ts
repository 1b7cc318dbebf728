import type { ThemeConfig } from 'antd'

/** The tokens of tokens.css, as antd wants them. */
export const theme: ThemeConfig = {
  token: {
    // A motion cut to nothing by a style sheet may never tell that it has ended, and what was to go then stays.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#2e7d68',
    colorPrimaryHover: '#23604f',
    colorPrimaryActive: '#1b4c3f',
    colorLinkHover: '#23604f',
    colorLink: '#2e7d68',
    colorInfo: '#3e6f9e',
    colorInfoBg: '#e6eef6',
    colorInfoBorder: '#c5d6e6',
    colorSuccess: '#2e7d68',
    colorSuccessBg: '#e3f0eb',
    colorSuccessBorder: '#bcdccf',
    colorWarning: '#c9714a',
    colorError: '#a33434',
    colorErrorBg: '#f8e9e8',
    colorErrorBorder: '#e3bcba',
    colorText: '#22302c',
    colorTextSecondary: '#5c6b66',
    colorTextTertiary: '#5c6b66',
    colorTextPlaceholder: '#6b7872',
    colorTextDescription: '#5c6b66',
    colorBgLayout: '#faf8f4',
    colorBgContainer: '#ffffff',
    colorBorder: '#9a958a',
    colorBorderSecondary: '#e6e2da',
    colorSplit: '#e6e2da',
    borderRadius: 8,
    fontSize: 14,
    fontFamily:
      '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    motionDurationMid: '0.24s',
    motionDurationSlow: '0.24s',
  },
  components: {
    Table: { headerBg: '#f4f1ea', headerColor: '#22302c', rowHoverBg: '#f7f5ef' },
    Menu: { itemSelectedBg: '#e3f0eb', itemSelectedColor: '#23604f', itemBg: 'transparent' },
    Select: { optionActiveBg: '#f4f1ea', optionSelectedBg: '#e3f0eb', optionSelectedColor: '#23604f' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
}
