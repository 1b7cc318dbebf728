import {
  BoldOutlined,
  ItalicOutlined,
  LineOutlined,
  LinkOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'

type Tool = { name: string; face: ReactNode; on?: boolean; off?: boolean; act: () => void }

export const Toolbar = ({
  editor,
  onLink,
  onPicture,
}: {
  editor: Editor
  onLink: () => void
  onPicture: () => void
}) => {
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  const groups: Tool[][] = [
    [
      { name: '大标题', face: '大标题', on: is.h2, act: () => chain().toggleHeading({ level: 2 }).run() },
      { name: '小标题', face: '小标题', on: is.h3, act: () => chain().toggleHeading({ level: 3 }).run() },
    ],
    [
      { name: '加粗', face: <BoldOutlined />, on: is.bold, act: () => chain().toggleBold().run() },
      { name: '斜体', face: <ItalicOutlined />, on: is.italic, act: () => chain().toggleItalic().run() },
      { name: '链接', face: <LinkOutlined />, on: is.link, act: onLink },
    ],
    [
      {
        name: '项目列表',
        face: <UnorderedListOutlined />,
        on: is.bullets,
        act: () => chain().toggleBulletList().run(),
      },
      { name: '编号列表', face: <OrderedListOutlined />, on: is.numbers, act: () => chain().toggleOrderedList().run() },
      { name: '引用', face: '引用', on: is.quote, act: () => chain().toggleBlockquote().run() },
      { name: '分隔线', face: <LineOutlined />, act: () => chain().setHorizontalRule().run() },
      { name: '插入图片', face: <PictureOutlined />, act: onPicture },
    ],
    [
      { name: '撤销', face: <UndoOutlined />, off: !is.undo, act: () => chain().undo().run() },
      { name: '重做', face: <RedoOutlined />, off: !is.redo, act: () => chain().redo().run() },
    ],
  ]
  return (
    <div className="toolbar" role="toolbar" aria-label="正文工具">
      {groups.map((tools) => (
        <span className="toolbar-group" key={tools[0]?.name}>
          {tools.map((tool) => (
            <Tooltip key={tool.name} title={tool.name} mouseEnterDelay={0.5}>
              <Button
                type="text"
                size="small"
                aria-label={tool.name}
                aria-pressed={tool.on}
                disabled={tool.off}
                className={tool.on ? 'toolbar-on' : undefined}
                onClick={tool.act}
              >
                {tool.face}
              </Button>
            </Tooltip>
          ))}
        </span>
      ))}
    </div>
  )
}
