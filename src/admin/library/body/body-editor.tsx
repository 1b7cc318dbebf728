import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useState } from 'react'
import type { Picture } from '../../../contract/pieces'
import type { Doc } from './blocks-to-doc'
import { isLink } from './link'
import { LinkDialog } from './link-dialog'
import { FlatListItem } from './list-item'
import { PictureDialog } from './picture-dialog'
import { PictureNode } from './picture-node'
import { Toolbar } from './toolbar'
import './body.css'

/** What the cloud keeps and nothing else: what can be typed can be stored. Lists have one level. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    listItem: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: false,
      isAllowedUri: (href) => isLink(href),
      HTMLAttributes: { rel: null, target: null },
    },
  }),
  FlatListItem,
  PictureNode,
]

type Open = { at: 'link'; href: string } | { at: 'picture'; picture: Picture | null } | null
type Props = { doc: Doc; limit: number; label: string; onChange: (doc: Doc) => void }

export const BodyEditor = ({ doc, limit, label, onChange }: Props) => {
  const [open, setOpen] = useState<Open>(null)
  const editor = useEditor({
    extensions,
    content: doc,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', class: 'body-text' } },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as Doc),
  })
  if (!editor) return null

  const close = () => {
    setOpen(null)
    editor.commands.focus()
  }
  const openPicture = () => {
    const attrs = editor.isActive('image') ? editor.getAttributes('image') : null
    const picture = attrs && {
      file: attrs.file,
      url: attrs.src,
      alt: attrs.alt,
      width: attrs.width,
      height: attrs.height,
    }
    setOpen({ at: 'picture', picture })
  }
  const setLink = (href: string) => {
    const chain = editor.chain().focus()
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.extendMarkRange('link').setLink({ href }).run()
    setOpen(null)
  }
  const putPicture = ({ url, ...picture }: Picture) => {
    const attrs = { ...picture, src: url }
    const chain = editor.chain().focus()
    if (editor.isActive('image')) chain.updateAttributes('image', attrs).run()
    else chain.insertContent([{ type: 'image', attrs }, { type: 'paragraph' }]).run()
    setOpen(null)
  }

  return (
    <div className="body-editor">
      <Toolbar
        editor={editor}
        onLink={() => setOpen({ at: 'link', href: String(editor.getAttributes('link').href ?? '') })}
        onPicture={openPicture}
      />
      <EditorContent editor={editor} />
      {open?.at === 'link' && (
        <LinkDialog
          href={open.href}
          onSet={setLink}
          onRemove={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            setOpen(null)
          }}
          onClose={close}
        />
      )}
      {open?.at === 'picture' && (
        <PictureDialog limit={limit} picture={open.picture} onDone={putPicture} onClose={close} />
      )}
    </div>
  )
}
