import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { copyText } from '../../shell/copy'

type Props = { writing: boolean; text: () => string; onReopen: () => void }

/** Somebody else stored another version. Nothing written here is lost: it stays, and can be carried away. */
export const Overtaken = ({ writing, text, onReopen }: Props) => {
  const { message, modal } = App.useApp()
  const [shown, setShown] = useState<string | null>(null)

  const copy = async () => {
    const all = text()
    if (await copyText(all)) message.success('已复制，可以粘贴到别处保存')
    else setShown(all)
  }
  const reopen = () =>
    writing
      ? modal.confirm({
          title: '打开最新的版本吗',
          content: '您在这一页没有保存的修改会被最新的版本代替，请先复制需要的文字。',
          okText: '打开最新版本',
          cancelText: '先不',
          onOk: onReopen,
        })
      : onReopen()

  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title="这篇内容刚刚被别人改过"
        description={
          writing
            ? '您写的还都在这一页，但没有保存，自动保存也停下了。请先复制您写的文字，再打开最新的版本，把需要的部分补进去。'
            : '您看到的不是最新的版本，请打开最新的版本再继续。'
        }
        action={
          <div className="stack stack-tight">
            {writing && (
              <Button size="small" type="primary" onClick={copy}>
                复制我写的文字
              </Button>
            )}
            <Button size="small" onClick={reopen}>
              打开最新版本
            </Button>
          </div>
        }
      />
      <Modal open={shown !== null} title="请手动复制" footer={null} onCancel={() => setShown(null)}>
        <Input.TextArea
          aria-label="您写的文字"
          readOnly
          value={shown ?? ''}
          rows={14}
          onFocus={(event) => event.target.select()}
        />
      </Modal>
    </>
  )
}
