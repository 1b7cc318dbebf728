/** Every component WeChat's documentation lists for WXML, and the words of its template language. */
export const WECHAT_TAGS = new Set([
  ...['block', 'import', 'include', 'slot', 'template', 'wxs'],
  ...['cover-image', 'cover-view', 'match-media', 'movable-area', 'movable-view', 'page-container', 'root-portal'],
  ...['scroll-view', 'swiper', 'swiper-item', 'view', 'share-element'],
  ...['icon', 'progress', 'rich-text', 'text', 'selection'],
  ...['button', 'checkbox', 'checkbox-group', 'editor', 'editor-portal', 'form', 'input', 'keyboard-accessory'],
  ...['label', 'picker', 'picker-view', 'picker-view-column', 'radio', 'radio-group', 'slider', 'switch', 'textarea'],
  ...['functional-page-navigator', 'navigator', 'navigation-bar', 'page-meta'],
  ...['audio', 'camera', 'channel-live', 'channel-video', 'image', 'live-player', 'live-pusher', 'video', 'voip-room'],
  ...['map', 'canvas', 'ad', 'ad-custom', 'official-account', 'open-data', 'web-view', 'open-container'],
  ...['grid-builder', 'grid-view', 'list-builder', 'list-view', 'sticky-header', 'sticky-section', 'snapshot', 'span'],
  ...['nested-scroll-body', 'nested-scroll-header', 'draggable-sheet'],
])
