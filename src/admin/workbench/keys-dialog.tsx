import { Button, Modal } from 'antd'

const keys: readonly (readonly [string, string])[] = [
  ['Enter', '发送'],
  ['Shift + Enter', '换行'],
  ['Alt + ↑ / ↓', '换到上一段、下一段对话'],
  ['Alt + A', '接下轮到您的那一段'],
  ['/', '在空的回复里打开常用语，接着打字筛选，↑ ↓ 选，Enter 填入'],
  ['Esc', '关上常用语或窗口'],
]

export const KeysDialog = ({ onClose }: { onClose: () => void }) => (
  <Modal
    open
    title="快捷键"
    onCancel={onClose}
    footer={
      <Button type="primary" onClick={onClose}>
        知道了
      </Button>
    }
  >
    <dl className="bench-keys">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </Modal>
)
