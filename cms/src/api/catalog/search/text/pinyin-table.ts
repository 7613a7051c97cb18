/**
 * Characters by their syllable, without tones: those of boats, towns, meals, music and the calendar, and the commonest
 * of the language. What stands between two of one syllable in the dictionary's order has that syllable too
 * (`pinyin.ts`), so the table reaches well past itself. A character with two readings has the one of our subjects.
 */
export const syllableTable = `
a 阿 啊|ai 爱 艾 哀 矮 埃|an 安 岸 按 案 暗|ang 昂|ao 奥 澳|ba 八 巴 把 坝 吧 罢|bai 白 百 摆 拜|ban 班 板 半 办 伴 版
bang 邦 帮 棒|bao 包 宝 保 报 堡 爆|bei 北 贝 杯 备 背 被 倍|ben 本 奔|bi 比 彼 笔 必 毕 壁 避|bian 边 变 便 编 辩|biao 标 表|bie 别
bin 宾 滨|bing 冰 兵 饼 并|bo 波 博 伯 泊 播 玻|bu 不 布 步 部|ca 擦|cai 才 彩 菜 采|can 餐 参|cang 仓 舱 藏|cao 操 草|ce 测 侧 策
ceng 层|cha 茶 查 叉|chai 柴|chan 产|chang 长 常 场 唱 畅|chao 朝 潮 超|che 车 彻|chen 晨 沉 陈|cheng 成 城 乘 程 承 称
chi 吃 池 迟 尺 赤|chong 虫 冲 重|chou 抽|chu 出 初 楚 厨 处|chuan 船 川 穿 传|chuang 窗 床|chui 吹|chun 春 纯|ci 次 词 此
cong 从|cu 粗|cui 翠|cun 村 存|cuo 错|da 大 达 打|dai 代 带 待|dan 单 丹 但 蛋|dang 当|dao 道 岛 到 导 倒|de 的 得 德|deng 灯 等 登
di 地 第 底 低 迪 敌 蒂|dian 点 电 店|diao 钓 掉|die 蝶|ding 定 顶 丁|dong 东 动 冬 洞|dou 豆 都 斗|du 度 读 独 渡 堵
duan 短 段 端|dui 对 队|dun 顿 敦|duo 多 朵 舵|e 俄 额 鄂 饿|en 恩|er 二 尔 儿 耳|fa 发 法|fan 饭 反 帆 返 泛|fang 方 房 放 防 芳
fei 非 飞 费|fen 分 芬 粉|feng 风 丰 峰|fo 佛|fu 夫 府 父 服 福 符 复 付 负 富|gai 改 该|gan 感 干 甘 杆|gang 港 刚 钢|gao 高 告 搞
ge 个 各 哥 歌 格 戈|gei 给|gen 跟 根|geng 更|gong 工 公 共 宫|gou 够 狗|gu 古 鼓 谷 故 姑|gua 瓜|guan 关 观 管 馆 官 冠
guang 光 广|gui 贵 鬼 归|gun 滚|guo 国 过 果 锅|ha 哈|hai 海 还 害 孩|han 汉 寒 含 罕|hang 航 杭|hao 好 号 浩|he 和 河 合 何 喝 赫 荷
hei 黑|hen 很|heng 横|hong 红 洪|hou 后 候|hu 湖 呼 户 胡 虎|hua 花 话 华 化 画|huai 坏 怀|huan 环 换 欢|huang 黄 皇|hui 会 回 辉 绘
hun 婚 混|huo 活 火 货 或 霍 获|ji 机 几 级 及 己 季 际 急 集 鸡 极 济 纪 骑 迹|jia 家 加 价 假 甲 驾|jian 见 间 件 建 健 剑 舰 箭 尖
jiang 江 讲 将 奖 酱 降|jiao 教 叫 角 脚 交 校 焦 胶|jie 街 节 接 解 界 结 阶 姐|jin 金 今 近 进 紧|jing 京 静 景 经 精 惊 鲸|jiu 九 酒 久 旧 就
ju 剧 局 句 聚 居 俱|juan 卷|jue 爵 觉 决 角|jun 军 君 俊|ka 卡 咖 喀|kai 开 凯|kan 看|kang 康|kao 靠 考|ke 克 科 客 可 课 柯
ken 肯|kong 空 孔|kou 口|ku 库 苦|kuai 快 块|kuan 宽|kuang 矿|kun 昆 困|kuo 阔|la 拉 啦|lai 来 赖|lan 蓝 兰 览 栏|lang 郎 浪 狼 琅 朗
lao 老 劳|le 乐 了 勒|lei 雷 类 垒|leng 冷 棱|li 里 力 立 历 利 李 离 丽 理 礼 黎 璃 莉|lian 联 连 恋 莲|liang 两 亮 凉 良 梁 粮
liao 料 聊|lie 列 烈|lin 林 临|ling 令 领 零 灵 玲|liu 六 流 留 刘 柳 旅游|long 龙 隆|lou 楼|lu 路 陆 鲁 露 鹿 录 炉|lü 旅 绿 律
luan 乱|lue 略|lun 轮 伦 论|luo 罗 落 洛 螺|ma 马 妈 码 吗 玛|mai 买 卖 麦|man 满 慢 漫 曼|mang 忙|mao 猫 毛 帽 矛|mei 美 没 每 妹 梅
men 门 们|meng 梦 蒙 盟 檬|mi 米 密 迷 蜜|mian 面 免 棉|miao 秒 庙 妙|min 民 敏|ming 明 名|mo 莫 摩 末 墨|mu 木 目 母 幕
na 那 纳 拿 哪|nai 奶 乃 奈|nan 南 男 难|nei 内|neng 能|ni 你 尼|nian 年|niao 鸟|nie 涅 聂|ning 宁 柠|niu 牛|nong 农|nü 女|nuan 暖
nuo 诺|ou 欧 鸥 偶|pa 怕|pai 派 排 拍|pan 盘 攀|pang 旁|pao 跑 泡|pei 配 培 陪|peng 朋 彭 篷|pi 皮 啤 批|pian 片 篇|piao 票 漂
pin 品|ping 平 瓶 评 苹|po 破 坡|pu 普 铺 浦 葡|qi 七 起 期 气 奇 旗 骑 汽 其 契|qia 恰|qian 前 千 钱 浅|qiang 强 墙|qiao 桥 乔 巧
qie 切|qin 琴 亲 秦|qing 请 清 情 青 轻|qiu 秋 球 求|qu 去 区 曲 取 趣|quan 全 泉 权|que 却 确 雀|qun 群|ran 然 燃|rang 让|re 热
ren 人 认 任|ri 日|rong 容 荣|rou 肉|ru 如 入|ruan 软|rui 瑞|ruo 若|sa 萨|sai 赛 塞|san 三 散|sang 桑|sao 扫|se 色 瑟|sen 森
sha 沙 杀 莎|shan 山 闪 杉|shang 上 商 赏 尚|shao 少 绍|she 设 社 舍 蛇 摄|shen 深 身 神 什|sheng 生 声 胜 圣 升 省
shi 是 十 时 市 事 师 史 使 世 石 食 示 视 室 施 士 狮 诗 拾|shou 手 收 首 受|shu 书 树 数 术 鼠 舒 输|shui 水 睡|shuo 说
si 四 司 思 斯 丝 死|song 送 松 宋|su 苏 速 诉 素|sui 岁 随|sun 孙|suo 所 索|ta 他 她 它 塔 踏|tai 台 太 泰|tan 谈 坦 探
tang 糖 堂 汤|tao 套 桃|te 特|teng 腾|ti 体 题 提 梯|tian 天 田 甜|tiao 条 跳|tie 铁|ting 听 停 亭 庭 艇|tong 同 通 童 铜 统
tou 头|tu 图 土 途 吐|tuan 团|tui 推|tuo 托 脱|wa 瓦|wai 外|wan 晚 完 万 玩 湾 弯 碗|wang 王 网 望 往 旺|wei 位 为 维 味 围 尾 卫 威 伟
wen 文 问 温 闻|weng 翁|wo 我 沃 握|wu 五 无 物 午 舞 屋 务 武 雾|xi 西 习 系 喜 洗 希 溪 席 戏 息 吸|xia 下 夏 峡 霞|xian 先 线 现 仙 鲜 险 县
xiang 想 向 像 象 香 乡|xiao 小 笑 晓 校 消|xie 写 谢 些 鞋|xin 新 心 信 欣|xing 行 星 形 性 兴|xiong 熊|xiu 修 秀|xu 许 需 序
xuan 选 悬 旋|xue 学 雪|xun 寻 训 巡|ya 亚 呀 雅 鸭|yan 燕 岩 眼 烟 言 演 宴 沿 颜|yang 阳 洋 羊 样 养 扬|yao 要 药 摇 腰 耀
ye 夜 也 业 叶 野|yi 一 以 意 已 艺 易 医 衣 伊 亿 椅 役|yin 音 银 因 引 印 饮 阴|ying 英 影 应 营 迎 鹰|yong 用 永 勇|you 有 又 友 游 油 右 邮 由
yu 鱼 雨 语 雨 玉 与 于 育 遇 羽 预 渔 屿|yuan 元 园 远 员 院 源 圆|yue 月 越 约 乐|yun 运 云|zai 在 再 载|zan 赞|zang 葬
zao 早 造|ze 则|zen 怎|zeng 增|zha 扎|zhai 窄|zhan 站 展 战|zhang 张 章 掌|zhao 找 照 招|zhe 这 者|zhen 真 针 镇
zheng 正 整 政 证|zhi 知 之 只 直 至 纸 织 制 治 植|zhong 中 种 钟 众|zhou 周 州 舟|zhu 主 住 煮 柱 猪 竹 铸|zhuan 专 转|zhuang 装 庄
zhui 追|zhun 准|zhuo 桌|zi 自 字 子 紫|zong 总 宗|zou 走|zu 组 租 足 族|zuan 钻|zui 最 嘴|zun 尊|zuo 做 作 坐 左 座 昨
qie 伽|xiu 修|yan 验|jia 佳|tuo 陀|bo 勃|ge 阁|ming 鸣|rui 锐|ao 敖|bang 傍|dian 甸|zhi 志|mao 锚|wei 桅|yan 雁|kao 烤|shi 士|shi 实 适|yu 郁|fu 伏|nu 努|ting 厅|shuang 双|ling 另|shou 售|xi 夕|zou 奏|hun 昏|jia 架|dian 殿
su 溯|tan 滩|yi 翼|tun 豚|lin 赁 邻 鳞|zhe 遮|nao 闹
`;
