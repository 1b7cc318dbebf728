import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from 'react-router'

export const BackToList = () => (
  <Link to="/library" className="back">
    <ArrowLeftOutlined aria-hidden /> 内容列表
  </Link>
)
