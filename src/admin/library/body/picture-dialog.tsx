import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Picture } from '../../../contract/pieces'
import { pixelsOf } from '../upload/measure'
import { UploadBox } from '../upload/upload-box'

type Props = { limit: number; picture: Picture | null; onDone: (picture: Picture) => void; onClose: () => void }

/** Puts a picture into the text, or changes the one that is there; it does not go in without words for those who cannot see it. */
export const PictureDialog = ({ limit, picture, onDone, onClose }: Props) => {
  const [form] = Form.useForm<{ alt: string }>()
  const [stored, setStored] = useState(picture)
  return (
    <Modal
      open
      title={picture ? '修改图片' : '插入图片'}
      okText={picture ? '好' : '插入'}
      cancelText="取消"
      okButtonProps={{ disabled: !stored }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <div className="stack">
        {stored && <img className="picture-thumb" src={stored.url} alt="刚才选的图片" />}
        <UploadBox
          kind="image"
          limit={limit}
          button={stored ? '换一张图片' : '选择图片'}
          onStored={async (file, chosen) => {
            const pixels = await pixelsOf(chosen)
            if (!pixels) return '这张图片打不开，请换一张'
            setStored({ file: file.file, url: file.url, alt: '', ...pixels })
            return null
          }}
        />
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ alt: picture?.alt ?? '' }}
          onFinish={({ alt }) => stored && onDone({ ...stored, alt: alt.trim() })}
        >
          <Form.Item
            name="alt"
            label="图片说明"
            extra="看不见图片的人会听到这句话，例如「一个人坐在窗边慢慢呼气」"
            rules={[{ required: true, whitespace: true, message: '请写一句图片说明' }]}
          >
            <Input maxLength={120} showCount />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  )
}
