import { Modal } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

type Props = { chatId: string; name: string; onEnded: () => void; onClose: () => void }

export const EndDialog = ({ chatId, name, onEnded, onClose }: Props) => {
  const end = useAction(api.workbench.end)
  const submit = async () => {
    if ((await end.run({ chatId })).ok) onEnded()
  }
  return (
    <Modal
      open
      title={`结束和${name}的对话吗`}
      okText="结束"
      cancelText="再说一会儿"
      confirmLoading={end.busy}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="stack stack-tight">
        <p>结束后，说过的话只留给对方，您这里不再看得到。需要记下的，请先写进记录。</p>
        <p className="soft">对方想接着说时，可以重新开始一段。</p>
        <RefusalNote refusal={end.refusal} />
      </div>
    </Modal>
  )
}
