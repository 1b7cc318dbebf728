import Image from '@tiptap/extension-image'

/** A stored picture: `file` is its name in the cloud, `src` only where to see it now. Pictures pasted from elsewhere are not taken. */
export const PictureNode = Image.extend({
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: '' },
      width: { default: 1 },
      height: { default: 1 },
      file: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-file'),
        renderHTML: ({ file }: Record<string, unknown>) => (file ? { 'data-file': file } : {}),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'img[data-file]' }]
  },
})
