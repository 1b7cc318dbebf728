import { Modal } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

type Props = { chatId: string; onOffered: () => void; onClose: () => void }

export const OfferHelpDialog = ({ chatId, onOffered, onClose }: Props) => {
  const offer = useAction(api.workbench.offerHelp)
  const submit = async () => {
    if ((await offer.run({ chatId })).ok) onOffered()
  }
  return (
    <Modal
      open
      title="请对方看求助页吗"
      okText="请对方看"
      cancelText="取消"
      confirmLoading={offer.busy}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="stack stack-tight">
        <p>
          对方会先看到一次求助页：有哪些电话可以马上打，现在是不是安全，要不要请值守的人回电。对话里会留一张小卡片。
        </p>
        <p className="soft">不会通知任何人。建议先说一句：「我想请您看一页，上面有随时能打通的电话。」</p>
        <RefusalNote refusal={offer.refusal} />
      </div>
    </Modal>
  )
}
