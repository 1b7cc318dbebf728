import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Kind } from '../../domain/pieces/words'
import { kindNames } from '../../domain/pieces/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newPieceId } from './piece-id'

type Fields = { kind: Kind; title: string }
const offered: Kind[] = ['article', 'video', 'audio']

export const NewPieceDialog = ({ onClose }: { onClose: () => void }) => {
  const [form] = Form.useForm<Fields>()
  const [pieceId] = useState(newPieceId)
  const navigate = useNavigate()
  const create = useAction(api.desk.create)

  const submit = async ({ kind, title }: Fields) => {
    const reply = await create.run({ pieceId, kind, title: title.trim() })
    // The id is ours and random: if it exists, an earlier try did arrive.
    if (reply.ok || reply.code === 'PIECE_EXISTS') navigate(`/library/${pieceId}`)
  }

  return (
    <Modal
      open
      title="新建内容"
      okText="建好并开始写"
      cancelText="取消"
      confirmLoading={create.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ kind: 'article', title: '' }}
      >
        <Form.Item name="kind" label="形式">
          <Radio.Group optionType="button" options={offered.map((kind) => ({ value: kind, label: kindNames[kind] }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label="标题"
          rules={[{ required: true, whitespace: true, message: '请先起一个标题，之后还可以改' }]}
        >
          <Input maxLength={60} showCount autoFocus />
        </Form.Item>
        <RefusalNote refusal={create.refusal} />
      </Form>
    </Modal>
  )
}
