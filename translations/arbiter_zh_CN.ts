<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Take next case</source>
        <translation>领取下一件</translation>
    </message>
    <message>
        <source>Claim the open case</source>
        <translation>领取打开的案件</translation>
    </message>
    <message>
        <source>Next case in the queue</source>
        <translation>队列中的下一件</translation>
    </message>
    <message>
        <source>Previous case in the queue</source>
        <translation>队列中的上一件</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>转到队列</translation>
    </message>
    <message>
        <source>Go to the reports</source>
        <translation>转到报表</translation>
    </message>
    <message>
        <source>Go to the approvals</source>
        <translation>转到待复核</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>切换到下一个区域</translation>
    </message>
    <message>
        <source>Next exhibit of this side</source>
        <translation>本方的下一件证据</translation>
    </message>
    <message>
        <source>Previous exhibit of this side</source>
        <translation>本方的上一件证据</translation>
    </message>
    <message>
        <source>The other side&apos;s evidence</source>
        <translation>对方的证据</translation>
    </message>
    <message>
        <source>Link or unlink both sides&apos; views</source>
        <translation>联动或取消联动双方视图</translation>
    </message>
    <message>
        <source>Cite the place on show</source>
        <translation>引用当前位置</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Use the suggestion</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Ask for evidence</source>
        <translation>要求举证</translation>
    </message>
    <message>
        <source>Skip with a reason</source>
        <translation>跳过并说明原因</translation>
    </message>
    <message>
        <source>Hand to supervisor</source>
        <translation>转主管</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Sign and open next</source>
        <translation>签署并打开下一件</translation>
    </message>
    <message>
        <source>Sign and stay</source>
        <translation>签署，留在本案</translation>
    </message>
    <message>
        <source>Undo signing, recall the ruling</source>
        <translation>取消签署、撤回裁决</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Cite a line of the record</source>
        <translation>引用案件记录中的一项</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>Blame</source>
        <translation>判责</translation>
    </message>
    <message>
        <source>The case&apos;s history</source>
        <translation>案件经过</translation>
    </message>
    <message>
        <source>Go to the list on the desk</source>
        <translation>转到审理页的列表</translation>
    </message>
    <message>
        <source>Go to the notices</source>
        <translation>转到通知</translation>
    </message>
    <message>
        <source>What the file says about itself</source>
        <translation>文件自述的信息</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Compare with a slider</source>
        <translation>滑动分界对比</translation>
    </message>
    <message>
        <source>Compare by blinking</source>
        <translation>闪烁对比</translation>
    </message>
    <message>
        <source>Compare by difference</source>
        <translation>差异对比</translation>
    </message>
    <message>
        <source>Compare one through the other</source>
        <translation>叠加对比</translation>
    </message>
    <message>
        <source>Set anchor pins</source>
        <translation>设置定位点</translation>
    </message>
    <message>
        <source>Move this picture alone</source>
        <translation>单独移动这张图片</translation>
    </message>
    <message>
        <source>Exchange the sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Listing picture between the sides</source>
        <translation>在两侧之间显示商品页图片</translation>
    </message>
    <message>
        <source>Look at a covered picture</source>
        <translation>查看遮盖的图片</translation>
    </message>
    <message>
        <source>Cover pictures until asked: off, blurred, grey</source>
        <translation>遮盖图片，按键后再显示：关闭、模糊、灰色</translation>
    </message>
    <message>
        <source>Take the open case over from its holder</source>
        <translation>从持有人处接手当前案件</translation>
    </message>
    <message>
        <source>Park the case until a time or until evidence arrives</source>
        <translation>搁置案件，到某一时间或收到证据为止</translation>
    </message>
    <message>
        <source>Tie both films here</source>
        <translation>将两侧视频在此处同步</translation>
    </message>
    <message>
        <source>Untie the films</source>
        <translation>解除视频同步</translation>
    </message>
    <message>
        <source>Tie this film one frame earlier</source>
        <translation>同步时将本侧视频提前 1 帧</translation>
    </message>
    <message>
        <source>Tie this film one frame later</source>
        <translation>同步时将本侧视频推后 1 帧</translation>
    </message>
    <message>
        <source>Tie this film ten frames earlier</source>
        <translation>同步时将本侧视频提前 10 帧</translation>
    </message>
    <message>
        <source>Tie this film ten frames later</source>
        <translation>同步时将本侧视频推后 10 帧</translation>
    </message>
    <message>
        <source>Tie this film a hundred frames earlier</source>
        <translation>同步时将本侧视频提前 100 帧</translation>
    </message>
    <message>
        <source>Tie this film a hundred frames later</source>
        <translation>同步时将本侧视频推后 100 帧</translation>
    </message>
    <message>
        <source>The case&apos;s times on one clock</source>
        <translation>案件时间线：所有时间放在同一时钟上</translation>
    </message>
    <message>
        <source>The case&apos;s notes</source>
        <translation>案件备注</translation>
    </message>
    <message>
        <source>What this exhibit was made of</source>
        <translation>查看这份证据的出处</translation>
    </message>
    <message>
        <source>Search in the open case</source>
        <translation>在打开的案件中搜索</translation>
    </message>
    <message>
        <source>Save the letter to the buyer</source>
        <translation>保存致买家的裁决书</translation>
    </message>
    <message>
        <source>Save the letter to the merchant</source>
        <translation>保存致商家的裁决书</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>demo %1/%2</source>
        <translation>演示数据 %1/%2</translation>
    </message>
    <message>
        <source>start %1/5</source>
        <translation>启动 %1/5</translation>
    </message>
    <message>
        <source>the window did not come up</source>
        <translation>窗口没有打开</translation>
    </message>
    <message>
        <source>cases in the window</source>
        <translation>在窗口中打开案件</translation>
    </message>
    <message>
        <source>the cases did not open</source>
        <translation>案件没有打开</translation>
    </message>
    <message>
        <source>the demo could not be opened</source>
        <translation>演示数据无法打开</translation>
    </message>
    <message>
        <source>the queue is empty</source>
        <translation>队列为空</translation>
    </message>
    <message>
        <source>there is no case to open</source>
        <translation>没有可以打开的案件</translation>
    </message>
    <message>
        <source>case %1 could not be opened</source>
        <translation>案件 %1 无法打开</translation>
    </message>
    <message>
        <source>window %1/3</source>
        <translation>窗口 %1/3</translation>
    </message>
    <message>
        <source>the cases did not open in the window</source>
        <translation>案件没有在窗口中打开</translation>
    </message>
    <message>
        <source>the bundles could not be unpacked</source>
        <translation>案卷包无法解开</translation>
    </message>
    <message>
        <source>the desk could not be made</source>
        <translation>工作台无法建立</translation>
    </message>
    <message>
        <source>the bundles could not be written</source>
        <translation>案卷包无法写入</translation>
    </message>
    <message>
        <source>bundles %1/%2</source>
        <translation>案卷包 %1/%2</translation>
    </message>
    <message>
        <source>import %1/%2</source>
        <translation>导入 %1/%2</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>nothing could be claimed</source>
        <translation>没有可以领取的案件</translation>
    </message>
    <message>
        <source>it needs an empty PostgreSQL database: --db postgresql://…</source>
        <translation>需要一个空的 PostgreSQL 数据库：--db postgresql://…</translation>
    </message>
    <message>
        <source>claims %1/3</source>
        <translation>领取 %1/3</translation>
    </message>
    <message>
        <source>bare library</source>
        <translation>单独的库</translation>
    </message>
    <message>
        <source>a search found other cases than the bare library</source>
        <translation>有一次搜索找到的案件与单独的库不同</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>the queue did not work in the window</source>
        <translation>队列没有在窗口中运行起来</translation>
    </message>
    <message>
        <source>%1 JPEG, first pixels (%2 × %3)</source>
        <translation>%1 JPEG，首批像素（%2 × %3）</translation>
    </message>
    <message>
        <source>%1 JPEG, full resolution</source>
        <translation>%1 JPEG，完整分辨率</translation>
    </message>
    <message>
        <source>%1: the same, until it can be painted</source>
        <translation>%1：同上，直到可以绘制</translation>
    </message>
    <message>
        <source>%1: through the warm helper, beside the same decoder in one process</source>
        <translation>%1：经由已启动的辅助进程，与同一解码器在单进程内相比</translation>
    </message>
    <message>
        <source>the pictures could not be made or decoded</source>
        <translation>图片无法生成或解码</translation>
    </message>
    <message>
        <source>the window could not be measured</source>
        <translation>窗口无法测量</translation>
    </message>
    <message>
        <source>two 48 MP pictures in step: painting both panes, CPU, 95th percentile</source>
        <translation>两张 4800 万像素图片联动：绘制两侧的 CPU 时间，第 95 百分位</translation>
    </message>
    <message>
        <source>switching to a picture that was decoded ahead, 95th percentile</source>
        <translation>切换到已预先解码的图片，第 95 百分位</translation>
    </message>
    <message>
        <source>pictures kept in memory, at most</source>
        <translation>内存中保留的图片，最多</translation>
    </message>
    <message>
        <source>pgbench is not installed (Debian: postgresql-contrib or postgresql-15)</source>
        <translation>没有安装 pgbench（Debian：postgresql-contrib 或 postgresql-15）</translation>
    </message>
    <message>
        <source>too few cases to be claimed for nine rounds: --scale %1 at least</source>
        <translation>案件太少，不够九轮认领：请用 --scale %1 或更大</translation>
    </message>
    <message>
        <source>pgbench claimed nothing: it was refused by the server, or all cases were taken before</source>
        <translation>pgbench 没有认领到案件：服务器拒绝了连接，或案件已全部被认领</translation>
    </message>
    <message>
        <source>1080p, exact seek, CPU, middle</source>
        <translation>1080p 精确跳转，CPU 时间，中位数</translation>
    </message>
    <message>
        <source>1080p, exact seek, CPU, 95th percentile</source>
        <translation>1080p 精确跳转，CPU 时间，第 95 百分位</translation>
    </message>
    <message>
        <source>1080p, exact seek, wall, 95th percentile</source>
        <translation>1080p 精确跳转，实际时间，第 95 百分位</translation>
    </message>
    <message>
        <source>1080p, something to see at once, wall, 95th percentile</source>
        <translation>1080p 立即可见的画面，实际时间，第 95 百分位</translation>
    </message>
    <message>
        <source>1080p, step back within what is kept, 95th percentile</source>
        <translation>1080p 在已保留的帧内后退一帧，第 95 百分位</translation>
    </message>
    <message>
        <source>1080p, step back outside of it, the worst, beside decoding one group of frames</source>
        <translation>1080p 后退到已保留的帧之外，最慢一次，与解码一组帧相比</translation>
    </message>
    <message numerus="yes">
        <source>1080p, %n step(s) back that had to decode a group again</source>
        <translation>
            <numerusform>1080p 后退 %n 帧，其中需要重新解码一组帧的次数</numerusform>
        </translation>
    </message>
    <message>
        <source>1080p, first frame</source>
        <translation>1080p 第一帧</translation>
    </message>
    <message>
        <source>1080p, first frame, beyond bare opening and decoding</source>
        <translation>1080p 第一帧，比单纯打开并解码多出的时间</translation>
    </message>
    <message>
        <source>strip of a 3-minute 1080p film, all key frames</source>
        <translation>3 分钟 1080p 影片的缩略图条，全部关键帧</translation>
    </message>
    <message>
        <source>1080p at 30 frames a second, frames shown in time</source>
        <translation>1080p 每秒 30 帧，按时显示的帧</translation>
    </message>
    <message>
        <source>two 1080p films tied: largest difference</source>
        <translation>两段同步的 1080p 影片：最大相差</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>two 1080p films tied: instants at which the clock left frames out</source>
        <translation>两段同步的 1080p 影片：时钟略过帧的次数</translation>
    </message>
    <message>
        <source>the films are made with ffmpeg, which is not installed here</source>
        <translation>影片需要用 ffmpeg 生成，而这里没有安装它</translation>
    </message>
    <message>
        <source>making films</source>
        <translation>正在生成影片</translation>
    </message>
    <message>
        <source>the films could not be made</source>
        <translation>无法生成影片</translation>
    </message>
    <message>
        <source>exact seeks</source>
        <translation>精确跳转</translation>
    </message>
    <message>
        <source>steps back</source>
        <translation>逐帧后退</translation>
    </message>
    <message>
        <source>first frames</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>a strip of thumbnails</source>
        <translation>缩略图条</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>playing two in step</source>
        <translation>两段同步播放</translation>
    </message>
    <message>
        <source>the films could not be decoded: %1</source>
        <translation>无法解码影片：%1</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>panning %1 events: CPU for each painting, 95th percentile</source>
        <translation>平移 %1 个事件：每次绘制的 CPU 时间，第 95 百分位</translation>
    </message>
    <message>
        <source>zooming them, the same</source>
        <translation>缩放，同上</translation>
    </message>
    <message>
        <source>making the timeline and looking for clashes</source>
        <translation>生成时间线并查找矛盾</translation>
    </message>
    <message>
        <source>the chat could not be written</source>
        <translation>聊天记录无法写入</translation>
    </message>
    <message>
        <source>chat %1/%2</source>
        <translation>聊天记录 %1/%2</translation>
    </message>
    <message>
        <source>the chat was not understood</source>
        <translation>聊天记录未能读懂</translation>
    </message>
    <message>
        <source>1080p, exact seek, wall, 95th percentile, beside mpv</source>
        <translation>1080p 精确跳转，实际时间，第 95 百分位，与 mpv 对照</translation>
    </message>
    <message>
        <source>1080p, step back, wall, middle, beside mpv</source>
        <translation>1080p 后退一帧，实际时间，中位数，与 mpv 对照</translation>
    </message>
    <message>
        <source>1080p, step back, wall, 95th percentile, beside mpv</source>
        <translation>1080p 后退一帧，实际时间，第 95 百分位，与 mpv 对照</translation>
    </message>
    <message>
        <source>mpv</source>
        <translation>mpv 播放器</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天记录</translation>
    </message>
    <message>
        <source>a chat of %1 messages to its first lines</source>
        <translation>%1 条消息的聊天记录，到首屏文字</translation>
    </message>
    <message>
        <source>searching it for two Chinese characters, longest of five</source>
        <translation>在其中搜索两个汉字，五次中最慢一次</translation>
    </message>
    <message>
        <source>searching it for an English word, the same</source>
        <translation>搜索一个英文单词，同上</translation>
    </message>
    <message>
        <source>searching it for what it does not have, the same</source>
        <translation>搜索其中没有的内容，同上</translation>
    </message>
    <message>
        <source>scrolling it page by page to its end: longest stall of the window&apos;s thread, CPU</source>
        <translation>逐页滚动到末尾：窗口线程最长停顿，CPU 时间</translation>
    </message>
    <message>
        <source>dragging through it, the same</source>
        <translation>拖动滚动条，同上</translation>
    </message>
    <message>
        <source>jumping from end to end, the same</source>
        <translation>首尾跳转，同上</translation>
    </message>
    <message numerus="yes">
        <source>1080p at 30 frames a second in a pane of 960 x 540, %n second(s) played, CPU</source>
        <translation>
            <numerusform>每秒 30 帧的 1080p 在 960 x 540 的窗格中播放 %n 秒，处理器时间</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1080p at 30 frames a second as whole frames, %n second(s) played, CPU</source>
        <translation>
            <numerusform>每秒 30 帧的 1080p 以完整画面播放 %n 秒，处理器时间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>working (make-up day)</source>
        <translation>工作日（调休上班）</translation>
    </message>
    <message>
        <source>working</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>moved to, since the day before is a rest day</source>
        <translation>顺延至此日，因前一日为休息日</translation>
    </message>
    <message>
        <source>rest day</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计入</translation>
    </message>
</context>
<context>
    <name>CaseHits</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Merchant&apos;s answer</source>
        <translation>商家的答复</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>Machine reading, no evidence by itself</source>
        <translation>机器识别，本身不作为证据</translation>
    </message>
    <message>
        <source>words with a number (see the picture)</source>
        <translation>含数字的文字（请看图片）</translation>
    </message>
    <message>
        <source>Exported chat</source>
        <translation>导出的聊天</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>The platform&apos;s log</source>
        <translation>平台记录</translation>
    </message>
    <message>
        <source>WhatsApp text</source>
        <translation>WhatsApp 文本</translation>
    </message>
    <message>
        <source>Telegram JSON</source>
        <translation>Telegram JSON</translation>
    </message>
    <message>
        <source>Exporter&apos;s text</source>
        <translation>导出工具的文本</translation>
    </message>
    <message>
        <source>Exporter&apos;s page</source>
        <translation>导出工具的网页</translation>
    </message>
    <message>
        <source>Intercom JSON</source>
        <translation>Intercom JSON</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Chat list of a case file</source>
        <translation>案卷的聊天列表</translation>
    </message>
    <message>
        <source>Text of no known form</source>
        <translation>格式未知的文本</translation>
    </message>
    <message>
        <source>from the program</source>
        <translation>程序消息</translation>
    </message>
    <message>
        <source>call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>file, not part of the export</source>
        <translation>文件，未随导出提供</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>未读懂</translation>
    </message>
    <message>
        <source>bytes that are no text in this encoding</source>
        <translation>这些字节在此编码下不是文字</translation>
    </message>
    <message>
        <source>belongs to no message</source>
        <translation>不属于任何消息</translation>
    </message>
    <message>
        <source>begins like a message, but does not go on like one</source>
        <translation>开头像一条消息，后面却不是</translation>
    </message>
    <message>
        <source>there is no such date or time</source>
        <translation>没有这样的日期或时间</translation>
    </message>
    <message>
        <source>no whole JSON</source>
        <translation>不是完整的 JSON</translation>
    </message>
    <message>
        <source>a part of the message is missing</source>
        <translation>消息缺少一部分</translation>
    </message>
    <message>
        <source>no column of texts was found</source>
        <translation>没有找到正文所在的列</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>similar, differs here</source>
        <translation>相近，此处不同</translation>
    </message>
    <message>
        <source>only in the export</source>
        <translation>仅见于导出记录</translation>
    </message>
    <message>
        <source>only in the platform&apos;s log</source>
        <translation>仅见于平台记录</translation>
    </message>
    <message>
        <source>the same words at another place</source>
        <translation>内容相同，位置不同</translation>
    </message>
    <message>
        <source>line %1, character %2: %3: %4</source>
        <translation>第 %1 行第 %2 个字符：%3：%4</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could not be decoded and are shown as U+FFFD.</source>
        <translation>
            <numerusform>有 %n 处无法解码，显示为 U+FFFD。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export names no time zone: its times are read as platform time (UTC+8).</source>
        <translation>导出记录没有写明时区，时间按平台时间（UTC+8）读取。</translation>
    </message>
    <message>
        <source>The export&apos;s times are to the minute.</source>
        <translation>导出记录的时间只精确到分钟。</translation>
    </message>
    <message>
        <source>Nothing in the file tells day from month: dates are read as %1, and the other reading fits as well.</source>
        <translation>文件中没有内容能区分日和月：日期按“%1”读取，另一种读法同样说得通。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) agree on it</source>
        <translation>
            <numerusform>有 %n 条消息与此一致</numerusform>
        </translation>
    </message>
    <message>
        <source>The export&apos;s clock is ahead of the log&apos;s by %1 s; %2. Times are compared after taking that away.</source>
        <translation>导出记录的时钟比平台记录快 %1 秒，%2。比较时间时已减去这一差值。</translation>
    </message>
    <message>
        <source>The export&apos;s clock is behind the log&apos;s by %1 s; %2. Times are compared after adding that.</source>
        <translation>导出记录的时钟比平台记录慢 %1 秒，%2。比较时间时已加上这一差值。</translation>
    </message>
    <message>
        <source>%1 the same, %2 similar, %3 only in the export, %4 only in the platform&apos;s log, %5 at another place.</source>
        <translation>相同 %1 条，相近 %2 条，仅见于导出记录 %3 条，仅见于平台记录 %4 条，位置不同 %5 条。</translation>
    </message>
    <message>
        <source>A difference is a hint: an export may be of another chat, cut short or edited, and the log may not hold everything.</source>
        <translation>差异只是提示：导出记录可能来自另一段聊天、被截短或改动过，平台记录也未必包含全部内容。</translation>
    </message>
    <message>
        <source>internal note, not sent to the customer</source>
        <translation>内部备注，没有发给客户</translation>
    </message>
    <message>
        <source>another conversation begins</source>
        <translation>另一段会话从这里开始</translation>
    </message>
    <message>
        <source>a kind of message that is not known here</source>
        <translation>本软件不认识的消息类型</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>引号没有结束</translation>
    </message>
    <message>
        <source>Nothing in the file proves its encoding: %1 is a guess.</source>
        <translation>文件本身无法说明所用的编码：%1 是推测的。</translation>
    </message>
    <message numerus="yes">
        <source>Read in this encoding, %n character(s) are rare ones. If the words make no sense, it is another encoding.</source>
        <translation>
            <numerusform>按此编码读取，有 %n 个字符十分罕见。如果文字读不通，就是别的编码。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give or take 1 min, since the export names no seconds; %n message(s) agree on it</source>
        <translation>
            <numerusform>上下可差 1 分钟，因为导出文件没有写秒；有 %n 条消息与此相符</numerusform>
        </translation>
    </message>
    <message>
        <source>The order of day and month follows from the platform&apos;s log: dates are read as %1.</source>
        <translation>日与月的先后由平台记录得出：日期按“%1”读取。</translation>
    </message>
    <message>
        <source>%1 same</source>
        <translation>相同 %1</translation>
    </message>
    <message>
        <source>%1 similar</source>
        <translation>相似 %1</translation>
    </message>
    <message>
        <source>%1 only here</source>
        <translation>仅此处有 %1</translation>
    </message>
    <message>
        <source>%1 only in the log</source>
        <translation>仅记录中有 %1</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>位置不同 %1</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>消息 %1 条</translation>
    </message>
    <message>
        <source>%1 not understood</source>
        <translation>未能识别 %1</translation>
    </message>
    <message>
        <source>%1 not decoded</source>
        <translation>未能解码 %1</translation>
    </message>
    <message>
        <source>day or month first: uncertain</source>
        <translation>日月先后：不确定</translation>
    </message>
    <message>
        <source>day or month first: by the log</source>
        <translation>日月先后：据平台记录</translation>
    </message>
    <message>
        <source>no time zone</source>
        <translation>无时区</translation>
    </message>
    <message>
        <source>no seconds</source>
        <translation>无秒数</translation>
    </message>
    <message>
        <source>encoding guessed</source>
        <translation>编码为推测</translation>
    </message>
    <message>
        <source>a year of another calendar, so the message has no time here</source>
        <translation>年份属于另一种历法，因此该消息在此没有时间</translation>
    </message>
    <message>
        <source>The export&apos;s years are taken for those of the Buddhist era: 543 were taken away.</source>
        <translation>导出文件的年份按佛历理解：已减去 543 年。</translation>
    </message>
    <message>
        <source>Buddhist years</source>
        <translation>佛历年份</translation>
    </message>
    <message>
        <source>earlier than the message above</source>
        <translation>时间早于上一条消息</translation>
    </message>
    <message>
        <source>a time in the future</source>
        <translation>时间在将来</translation>
    </message>
    <message>
        <source>what stands beside the time is not understood, so the message has no time here</source>
        <translation>时刻旁的文字无法识别，因此该消息在此没有时间</translation>
    </message>
    <message>
        <source>The export&apos;s years are taken for those of the Minguo calendar: 1911 were added.</source>
        <translation>导出文件的年份按民国纪年理解：已加上 1911 年。</translation>
    </message>
    <message>
        <source>Minguo years</source>
        <translation>民国年份</translation>
    </message>
    <message>
        <source>Some of the export&apos;s times name no time zone: these are read as platform time (UTC+8).</source>
        <translation>导出记录中部分时间未注明时区：这些时间按平台时间（UTC+8）读取。</translation>
    </message>
    <message>
        <source>some times without a zone</source>
        <translation>部分时间无时区</translation>
    </message>
    <message>
        <source>nothing of it is in the log</source>
        <translation>平台记录中没有其中任何一条</translation>
    </message>
    <message>
        <source>Nothing of this export is in the platform&apos;s log, and its days lie outside the log&apos;s.</source>
        <translation>平台记录中没有这份导出记录的任何内容，且其日期不在平台记录的日期范围内。</translation>
    </message>
    <message>
        <source>Nothing of this export is in the platform&apos;s log.</source>
        <translation>平台记录中没有这份导出记录的任何内容。</translation>
    </message>
    <message>
        <source>more cells than the table has columns, kept below the text</source>
        <translation>单元格多于表格的列数，已保留在正文之后</translation>
    </message>
</context>
<context>
    <name>ChatReport</name>
    <message>
        <source>UTC+8 (file: UTC%1)</source>
        <translation>UTC+8（文件：UTC%1）</translation>
    </message>
    <message>
        <source>Read the dates in the other order</source>
        <translation>按另一种先后读取日期</translation>
    </message>
    <message>
        <source>Read as day/month</source>
        <translation>按日/月读取</translation>
    </message>
    <message>
        <source>Read as month/day</source>
        <translation>按月/日读取</translation>
    </message>
    <message>
        <source>Read as year/month/day</source>
        <translation>按年/月/日读取</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood:</source>
        <translation>
            <numerusform>有 %n 行未能识别：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>recalled by %1</source>
        <translation>由 %1 撤回</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>案情要点</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Evidence requests</source>
        <translation>举证要求</translation>
    </message>
    <message>
        <source>Rulings</source>
        <translation>裁决</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>A reason is needed: --reason TEXT</source>
        <translation>需要说明理由：--reason TEXT</translation>
    </message>
    <message>
        <source>not understood: %1. See: arbiter --help</source>
        <translation>无法识别：%1。用法见：arbiter --help</translation>
    </message>
    <message>
        <source>Which case? Name its case number.</source>
        <translation>哪一件案件？请写明案件号。</translation>
    </message>
    <message>
        <source>%1 (already done by this command id)</source>
        <translation>%1（已由这一命令编号完成）</translation>
    </message>
    <message>
        <source>arbiter – the dispute-arbitration desk. Without a verb the window opens.</source>
        <translation>arbiter – 纠纷仲裁台。不带动词则打开窗口。</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 failed, 2 wrong usage, 3 checked and found problems.</source>
        <translation>退出状态：0 完成，1 失败，2 用法有误，3 检查完毕并发现问题。</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>无法建立 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>%1 is a desk now (schema %2). Next: arbiter user add NAME --role reviewer</source>
        <translation>%1 已成为仲裁台（结构版本 %2）。下一步：arbiter user add NAME --role reviewer</translation>
    </message>
    <message>
        <source>%1 is up to date (schema %2).</source>
        <translation>%1 已是最新（结构版本 %2）。</translation>
    </message>
    <message>
        <source>Database, audit chain and evidence are sound.</source>
        <translation>数据库、审计链和证据均完好。</translation>
    </message>
    <message>
        <source>Saved in %1. The evidence in %2 is saved separately.</source>
        <translation>已备份到 %1。%2 中的证据需另行备份。</translation>
    </message>
    <message>
        <source>Restored from %1.</source>
        <translation>已从 %1 恢复。</translation>
    </message>
    <message>
        <source>%1 works here now as %2.</source>
        <translation>%1 现在是这里的%2。</translation>
    </message>
    <message>
        <source>hears appeals</source>
        <translation>可审理申诉</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>%1 is disabled; what they did stays as it is.</source>
        <translation>%1 已停用；其已作的处理保持不变。</translation>
    </message>
    <message>
        <source>%1 is never offered cases of %2.</source>
        <translation>不会再向 %1 分派 %2 的案件。</translation>
    </message>
    <message>
        <source>The calendar %1 is missing, so this deadline cannot be known. Add it with: arbiter calendar add FILE</source>
        <translation>缺少 %1 年的日历，因此无法得知这一期限。补入：arbiter calendar add FILE</translation>
    </message>
    <message>
        <source>not a clock: %1 (hours:48, days:7, fulldays:7, workdays:3, daily:09:00-18:00:4h)</source>
        <translation>不是计时写法：%1（hours:48、days:7、fulldays:7、workdays:3、daily:09:00-18:00:4h）</translation>
    </message>
    <message>
        <source>before the rest day moved it: %1</source>
        <translation>因休息日顺延之前：%1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Calendar %1 is kept.</source>
        <translation>%1 年的日历已保存。</translation>
    </message>
    <message>
        <source>Rule book %1 version %2</source>
        <translation>规则手册 %1 版本 %2</translation>
    </message>
    <message>
        <source>No clause applies with what is known so far.</source>
        <translation>以目前所知，没有适用的条款。</translation>
    </message>
    <message>
        <source>case %1, exhibit %2 (%3): %4</source>
        <translation>案件 %1，证据 %2（%3）：%4</translation>
    </message>
    <message>
        <source>audit entry scope %1, number %2</source>
        <translation>审计记录 范围 %1 第 %2 条</translation>
    </message>
    <message>
        <source>%1 is not what was written.</source>
        <translation>%1 与当初写入的内容不同。</translation>
    </message>
    <message>
        <source>%1 does not follow the entry before it.</source>
        <translation>%1 与前一条不相连。</translation>
    </message>
    <message>
        <source>%1 is missing, doubled or out of order.</source>
        <translation>%1 缺失、重复或次序有误。</translation>
    </message>
    <message>
        <source>%1 is not where the case says its audit trail ends.</source>
        <translation>%1 不是案件所记的审计末尾。</translation>
    </message>
    <message>
        <source>%1 exists, but its case knows of none.</source>
        <translation>%1 存在，但案件没有相应记载。</translation>
    </message>
    <message>
        <source>Arbiter</source>
        <translation>仲裁台</translation>
    </message>
    <message>
        <source>%1 is no demo: its clock is not moved.</source>
        <translation>%1 不是演示：时钟没有拨动。</translation>
    </message>
    <message>
        <source>The demo&apos;s clock is at %1 now.</source>
        <translation>演示时钟现在是 %1。</translation>
    </message>
    <message>
        <source>The demo is ready: --db %1 --vault %2</source>
        <translation>演示已就绪：--db %1 --vault %2</translation>
    </message>
    <message>
        <source>%1 could not be written whole; nothing was left behind.</source>
        <translation>%1 未能完整写入；没有留下残余文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and its permissions.</source>
        <translation>无法写入 %1。请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>- a workbook goes into a file: --out FILE.xlsx</source>
        <translation>- 工作簿须写入文件：--out FILE.xlsx</translation>
    </message>
    <message>
        <source>benchmark %1 did not run: %2</source>
        <translation>基准测试 %1 未能运行：%2</translation>
    </message>
    <message>
        <source>, bare %1 %2, ratio %3</source>
        <translation>，对照 %1 %2，比值 %3</translation>
    </message>
    <message>
        <source>, limit %1%2: %3</source>
        <translation>，上限 %1%2：%3</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>NOT met</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>%1 of %2, %3 a second, %4 MB</source>
        <translation>%1 / %2，每秒 %3 件，%4 MB</translation>
    </message>
    <message>
        <source>Sealed in %1 (SHA-256 %2). It holds personal data unmasked.</source>
        <translation>已封存到 %1（SHA-256 %2）。其中含未脱敏的个人信息。</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>未写入 %1：%2</translation>
    </message>
    <message>
        <source>Without a verb the window opens. ADDRESS is sqlite:FILE or postgresql://user@host:port/database; the default is in the user&apos;s data folder, or what ARBITER_DB and ARBITER_VAULT say.</source>
        <translation>不带动词时打开窗口。ADDRESS 为 sqlite:FILE 或 postgresql://user@host:port/database；默认在用户的数据文件夹，或由 ARBITER_DB 和 ARBITER_VAULT 指定。</translation>
    </message>
    <message>
        <source>0 done, 1 failed, 2 wrong usage, 3 checked and found problems.</source>
        <translation>0 完成，1 失败，2 用法错误，3 已检查并发现问题。</translation>
    </message>
    <message>
        <source>order %1, paid %2</source>
        <translation>订单 %1，实付 %2</translation>
    </message>
    <message>
        <source>Parties and order</source>
        <translation>各方与订单</translation>
    </message>
    <message>
        <source>Other facts</source>
        <translation>其他信息</translation>
    </message>
    <message>
        <source>missing or not understood: %1. See: arbiter --help</source>
        <translation>缺少或无法理解：%1。请看：arbiter --help</translation>
    </message>
    <message>
        <source>%1 imported, %2 already present, %3 in conflict, %4 refused.</source>
        <translation>已导入 %1 件，已存在 %2 件，冲突 %3 件，拒绝 %4 件。</translation>
    </message>
    <message>
        <source> (case %1)</source>
        <translation>（案件 %1）</translation>
    </message>
    <message>
        <source>Clocks: hours:48; days:7, natural days later at the same time; fulldays:7, counted from the day after until 24:00 of the seventh, with :roll moved past rest days; workdays:3; daily:09:00-18:00:4h, which runs inside the window only.</source>
        <translation>期限写法：hours:48；days:7（自然日，同一时刻）；fulldays:7（自次日起算，至第七日 24:00；加 :roll 时遇法定休息日顺延）；workdays:3；daily:09:00-18:00:4h（只在时段内计时）。</translation>
    </message>
    <message>
        <source>ARBITER_DB and ARBITER_VAULT name the database and the vault, ARBITER_CONFIG_DIR the folder of the settings. PostgreSQL&apos;s password comes from PGPASSWORD or .pgpass.</source>
        <translation>ARBITER_DB 和 ARBITER_VAULT 指定数据库和证据库，ARBITER_CONFIG_DIR 指定设置所在文件夹。PostgreSQL 的密码取自 PGPASSWORD 或 .pgpass。</translation>
    </message>
    <message>
        <source>Calendar %1 is replaced by this file.</source>
        <translation>%1 年的日历已由此文件替换。</translation>
    </message>
    <message>
        <source>liable: %1</source>
        <translation>责任：%1</translation>
    </message>
    <message>
        <source>outbound freight: %1</source>
        <translation>寄出运费：%1</translation>
    </message>
    <message>
        <source>return freight: %1</source>
        <translation>退货运费：%1</translation>
    </message>
    <message>
        <source>funds: %1</source>
        <translation>资金来源：%1</translation>
    </message>
    <message>
        <source>nothing goes back: %1</source>
        <translation>无需退货的理由：%1</translation>
    </message>
    <message>
        <source>reason found: %1</source>
        <translation>认定理由：%1</translation>
    </message>
    <message>
        <source>to be carried out within: %1</source>
        <translation>执行期限：%1</translation>
    </message>
    <message>
        <source>points: %1</source>
        <translation>记分：%1</translation>
    </message>
    <message>
        <source>counts toward the merchant&apos;s metrics</source>
        <translation>计入商家指标</translation>
    </message>
    <message>
        <source>does not count toward the merchant&apos;s metrics</source>
        <translation>不计入商家指标</translation>
    </message>
    <message>
        <source>Applies: %1</source>
        <translation>适用：%1</translation>
    </message>
    <message>
        <source>open: %1, to be proved by: %2</source>
        <translation>待认定：%1，举证方：%2</translation>
    </message>
    <message>
        <source>a finding could change it to: %1</source>
        <translation>另有认定时可改为：%1</translation>
    </message>
    <message>
        <source>The demo makes a database of its own in --dir DIR; leave --db out.</source>
        <translation>演示在 --dir 文件夹里建立自己的数据库；请去掉 --db。</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>- a PDF goes into a file: --out FILE.pdf</source>
        <translation>- PDF 须写入文件：--out 文件.pdf</translation>
    </message>
    <message>
        <source>- this format is not made here: %1 (csv, xlsx, pdf and json are)</source>
        <translation>- 不支持这种格式：%1（可用 csv、xlsx、pdf 和 json）</translation>
    </message>
    <message>
        <source>Earlier record, as it came in</source>
        <translation>随案带入的既往记录</translation>
    </message>
    <message>
        <source>case %1: the case file is not the one that came in.</source>
        <translation>案件 %1：案卷与导入时不一致。</translation>
    </message>
    <message>
        <source>The stored ruling is not the one that was signed: %1.</source>
        <translation>存储的裁决与签署时的裁决不一致：%1。</translation>
    </message>
    <message>
        <source>“%1” is neither a picture, a film or a PDF nor a text.</source>
        <translation>“%1”不是图片、视频、PDF，也不是文本。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>未写入任何内容。</translation>
    </message>
    <message>
        <source>Restored from %1. What stood there before is kept in %2.</source>
        <translation>已从 %1 恢复。原有内容保留在 %2。</translation>
    </message>
    <message>
        <source>%1 holds a list; a ruling is one object. Nothing was written.</source>
        <translation>%1 的内容是列表；裁决应是一个对象。未写入任何内容。</translation>
    </message>
    <message>
        <source>%1 Nothing was written.</source>
        <translation>%1未写入任何内容。</translation>
    </message>
    <message>
        <source>%1: %2. Nothing was written.</source>
        <translation>%1：%2。未写入任何内容。</translation>
    </message>
    <message>
        <source>%1: what its deadline brings could not be carried out. %2</source>
        <translation>%1：期限届满后的处理未能执行。%2</translation>
    </message>
    <message>
        <source>There is no display to open a window on. The verbs work without one; see: arbiter --help</source>
        <translation>没有可以打开窗口的显示屏。各命令无需显示屏即可使用，参见：arbiter --help</translation>
    </message>
    <message>
        <source>Stopped. Nothing half-done was left behind; run it again when you like.</source>
        <translation>已停止。没有留下未完成的内容；需要时可重新运行。</translation>
    </message>
    <message>
        <source>%1 is %2 now.</source>
        <translation>%1 现为 %2。</translation>
    </message>
    <message>
        <source>%1 exists already; nothing was overwritten. Choose another name, or add --force to replace it.</source>
        <translation>%1 已存在，没有覆盖任何内容。请换一个名称，或加上 --force 以替换。</translation>
    </message>
    <message>
        <source>natural time, every hour counts</source>
        <translation>自然时间，每小时都计入</translation>
    </message>
    <message>
        <source>checking the audit trail</source>
        <translation>正在核对审计记录</translation>
    </message>
    <message>
        <source>The search index was made anew from all cases.</source>
        <translation>已根据全部案件重新建立搜索索引。</translation>
    </message>
    <message>
        <source>, at least %1%2: %3</source>
        <translation>，至少 %1%2：%3</translation>
    </message>
    <message>
        <source>%1 was left out: it needs --db with an empty PostgreSQL database.</source>
        <translation>%1 未运行：需要用 --db 指定一个空的 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>opens the window (as without a verb), with CASE or with the case of a bundle, which is imported first; --self-test opens it, waits until it is usable and ends</source>
        <translation>打开窗口（与不带命令时相同），并打开案件 CASE，或先导入案件包再打开其中的案件；--self-test 打开窗口，等到可以使用后结束</translation>
    </message>
    <message>
        <source>from %1, who will be told</source>
        <translation>原由 %1 持有，将会通知其本人</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; is kept.</source>
        <translation>已保存视图“%1”。</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; is removed.</source>
        <translation>已移除视图“%1”。</translation>
    </message>
    <message>
        <source>%1: %2. Nobody held it; there was nothing to let go.</source>
        <translation>%1：%2。没有人在审理，无需释放。</translation>
    </message>
    <message>
        <source>audit entry %1 of the desk&apos;s own chain</source>
        <translation>仲裁台自身审计链的第 %1 条记录</translation>
    </message>
    <message>
        <source>%1 is not where the desk says its audit trail ends.</source>
        <translation>%1 不是仲裁台所记的审计末尾。</translation>
    </message>
    <message>
        <source>%1 exists, but the desk knows of none.</source>
        <translation>%1 存在，但仲裁台没有相应记载。</translation>
    </message>
    <message>
        <source>The demo in %1 is reused as it is, with its own seed and number of cases; --fresh makes it anew.</source>
        <translation>%1 中已有演示，按原样继续使用，种子和案件数不变；要重新生成请加 --fresh。</translation>
    </message>
    <message>
        <source>sent back by %1</source>
        <translation>由 %1 退回</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Mark %1 was removed.</source>
        <translation>标注 %1 已移除。</translation>
    </message>
    <message>
        <source>Mark %1 was made.</source>
        <translation>已添加标注 %1。</translation>
    </message>
    <message>
        <source>The audit trail is whole: %1 in %2.</source>
        <translation>审计记录完整：%2，共 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n audit entries</source>
        <translation>
            <numerusform>%n 条审计记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chain(s)</source>
        <translation>
            <numerusform>%n 条链</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is whole: case %2, %3, %4.</source>
        <translation>%1 完整：案件 %2，%3，%4。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no calendar year: it is not understood at %2. Nothing was changed.</source>
        <translation>“%1”不是可用的年度日历：%2 处无法识别。没有任何改动。</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n working day(s)</source>
        <translation>
            <numerusform>%1：%n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, platform %3, from %4, %n clause(s)</source>
        <translation>
            <numerusform>%1 版本 %2，平台 %3，自 %4 起施行，%n 条条款</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no usable rule book: at %2 there should be: %3</source>
        <translation>%1 不是可用的规则手册：%2 处应为：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 version %3, %n clause(s), each passes its own examples.</source>
        <translation>
            <numerusform>%1：%2 版本 %3，%n 条条款，每条都通过了自带的示例。</numerusform>
        </translation>
    </message>
    <message>
        <source>No view is called &quot;%1&quot;. There are: %2.</source>
        <translation>没有名为“%1”的视图。可用的有：%2。</translation>
    </message>
    <message>
        <source>Nothing is sorted by &quot;%1&quot;. There are: %2.</source>
        <translation>不能按“%1”排序。可用的有：%2。</translation>
    </message>
    <message>
        <source>%1, %2, %3 confirmed, %4 not taken.</source>
        <translation>%1，%2，已确认 %3 项，%4 项未被接收。</translation>
    </message>
    <message numerus="yes">
        <source>%n time-out(s) carried out</source>
        <translation>
            <numerusform>已处理 %n 项超时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) handed over</source>
        <translation>
            <numerusform>已交办 %n 项任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>evidence of %1 of %n case(s) checked, %2 a second</source>
        <translation>
            <numerusform>已检查 %1 / %n 件案件的证据，每秒 %2 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>preparing the demo: %1 of %n case(s), %2 a second</source>
        <translation>
            <numerusform>正在准备演示：%1 / %n 件案件，每秒 %2 件</numerusform>
        </translation>
    </message>
    <message>
        <source>search texts: %1 of %2</source>
        <translation>搜索文本：%1 / %2</translation>
    </message>
    <message>
        <source>%1, frames %2 to %3</source>
        <translation>%1，第 %2 至 %3 帧</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1，第 %2 帧</translation>
    </message>
    <message>
        <source>%1, times at +08:00; ~ is by a device&apos;s clock</source>
        <translation>%1，时间为 +08:00；~ 表示按设备时钟</translation>
    </message>
    <message>
        <source>Hints, no verdicts:</source>
        <translation>提示，并非结论：</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>没有时间</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>回复 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>For the other reading add --day-order %1.</source>
        <translation>如需另一种读法，请加上 --day-order %1。</translation>
    </message>
    <message>
        <source>Not understood, and kept as they are:</source>
        <translation>以下内容未能读懂，已原样保留：</translation>
    </message>
    <message>
        <source>, time differs by %1 s</source>
        <translation>，时间相差 %1 秒</translation>
    </message>
    <message>
        <source>, sent by another party</source>
        <translation>，发送方不同</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB.</source>
        <translation>%1 大于 %2 MiB。</translation>
    </message>
    <message>
        <source>“%1” is no chat among the exhibits of this case.</source>
        <translation>“%1”不是本案证据中的聊天记录。</translation>
    </message>
    <message>
        <source>This case does not have exactly one exported chat; name one with --exhibit.</source>
        <translation>本案的导出聊天记录不是恰好一份，请用 --exhibit 指定。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The case has no notes.</source>
        <translation>本案没有备注。</translation>
    </message>
    <message>
        <source>%1: exhibit %2 was made.</source>
        <translation>%1：已制作证据 %2。</translation>
    </message>
    <message>
        <source>It cannot be shown: %1.</source>
        <translation>无法显示：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) for the desk only stayed here; --with-desk-notes takes them along.</source>
        <translation>
            <numerusform>有 %n 条仅供内部的备注没有随案卷导出；加上 --with-desk-notes 可一并导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found in this case.</source>
        <translation>本案中没有找到。</translation>
    </message>
    <message>
        <source>To read it in another encoding add --encoding NAME, such as Big5 or ISO-8859-1.</source>
        <translation>如需按另一种编码读取，请加上 --encoding 编码名，例如 Big5 或 ISO-8859-1。</translation>
    </message>
    <message>
        <source>This looks like a table. Say what its columns mean: --map at=1,from=2,text=3 (numbers, or names of the first row).</source>
        <translation>这看起来是一张表。请说明各列的含义：--map at=1,from=2,text=3（列号，或第一行中的列名）。</translation>
    </message>
    <message>
        <source>A reason is needed: --reason CODE. There are: %1.</source>
        <translation>需要说明原因：--reason CODE。可用的有：%1。</translation>
    </message>
    <message>
        <source>No reason to skip is called &quot;%1&quot;. There are: %2.</source>
        <translation>没有名为“%1”的跳过原因。可用的有：%2。</translation>
    </message>
    <message>
        <source>The queue&apos;s views: %1. Sorts: %2. The filter: words, and key:value with the keys state reason type category platform merchant buyer holder flag tag; amount:&gt;=100000 or amount:100..200 in fen; due:&lt;24h; overdue:yes; parked:yes; reserved:yes or reserved:NAME.</source>
        <translation>队列视图：%1。排序：%2。筛选：文字，或 键:值，键有 state reason type category platform merchant buyer holder flag tag；amount:&gt;=100000 或 amount:100..200（单位分）；due:&lt;24h；overdue:yes；parked:yes；reserved:yes 或 reserved:NAME。</translation>
    </message>
    <message>
        <source>%1 is never offered cases of %2; that was declared before.</source>
        <translation>不会再向 %1 分派 %2 的案件；此前已声明过。</translation>
    </message>
    <message>
        <source>Not searched: %1 (%2)</source>
        <translation>未搜索：%1（%2）</translation>
    </message>
    <message>
        <source>cites %1</source>
        <translation>引用 %1</translation>
    </message>
    <message>
        <source>Rulings that came in with the case</source>
        <translation>随案件导入的裁决</translation>
    </message>
    <message>
        <source>The letter is in %1; the ruling goes along in it for programs.</source>
        <translation>裁决书已写入 %1；供程序读取的裁决附于其中。</translation>
    </message>
    <message>
        <source>cites %1 (stored without a digest)</source>
        <translation>引用 %1（保存时无校验值）</translation>
    </message>
    <message>
        <source>A chat that is a table, such as CSV: chat --file FILE --map says what its columns mean, by number from 1 or by the name in the first row: at from text id attachment replyTo; where the day and the time of day stand in two columns, at is the day and clock the time of day. For example: chat --file FILE --map at=1,clock=2,from=3,text=4</source>
        <translation>聊天记录是表格（如 CSV）时：chat --file FILE --map 说明各列的含义，以序号（从 1 起）或首行中的列名指明：at from text id attachment replyTo；若日期与时刻分为两列，则 at 为日期，clock 为时刻。例如：chat --file FILE --map at=1,clock=2,from=3,text=4</translation>
    </message>
    <message>
        <source>order %1, paid %2 on %3</source>
        <translation>订单 %1，实付 %2，付款时间 %3</translation>
    </message>
    <message>
        <source>No case here has the merchant %1 so far; see that the number is right.</source>
        <translation>目前没有商家 %1 的案件；请核对编号。</translation>
    </message>
    <message>
        <source>Frame %1 cannot be decoded; the film shows frame %2 in its place.</source>
        <translation>第 %1 帧无法解码；视频在其位置显示第 %2 帧。</translation>
    </message>
    <message>
        <source>%1 (cannot be shown: %2)</source>
        <translation>%1（无法展示：%2）</translation>
    </message>
    <message>
        <source>Reading is not installed: the package tesseract-ocr-chi-sim brings it.</source>
        <translation>没有安装文字识别：安装软件包 tesseract-ocr-chi-sim 即可。</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>无法识别：%1。</translation>
    </message>
    <message>
        <source>No words were read there.</source>
        <translation>那里没有识别出文字。</translation>
    </message>
    <message>
        <source>not understood: %1. The frames of a film are numbered from 0. See: arbiter --help</source>
        <translation>无法识别：%1。视频的帧从 0 开始编号。用法见：arbiter --help</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>Buyer: keeps or disposes of the goods and gets %1 back by the original payment method.</source>
        <translation>买家：商品由买家保留或自行处理，退款 %1按原支付渠道退回。</translation>
    </message>
    <message>
        <source>Buyer: gets the missing goods sent; no refund.</source>
        <translation>买家：收到补寄的商品；不另退款。</translation>
    </message>
    <message>
        <source>Buyer: gets the goods exchanged; no refund.</source>
        <translation>买家：获换货；不另退款。</translation>
    </message>
    <message>
        <source>Buyer: gets the goods repaired free of charge; no refund.</source>
        <translation>买家：获免费维修；不另退款。</translation>
    </message>
    <message>
        <source>Buyer: no refund; keeps the goods.</source>
        <translation>买家：不获退款，商品归买家。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Merchant: not liable, not counted, no points%1.</source>
        <translation>商家：不承担责任，不计入纠纷指标，不记分%1。</translation>
    </message>
    <message>
        <source>Merchant: nothing to carry out%1.</source>
        <translation>商家：无需执行%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) (%1); valid points over 90 days rise from %2 to %3</source>
        <translation>
            <numerusform>本案记 %n 分（%1）；90 日内有效分由 %2 升至 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reaching &quot;%2&quot;</source>
        <translation>%1，达到“%2”</translation>
    </message>
    <message>
        <source>counted in dispute metrics</source>
        <translation>计入纠纷指标</translation>
    </message>
    <message>
        <source>not counted in dispute metrics</source>
        <translation>不计入纠纷指标</translation>
    </message>
    <message>
        <source>no scan</source>
        <translation>无物流记录</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 笔订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>not signed for</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>%1 · applied on day %2 of 7</source>
        <translation>%1 · 七日中的第 %2 日申请</translation>
    </message>
    <message>
        <source>Merchant&apos;s answer</source>
        <translation>商家答复</translation>
    </message>
    <message>
        <source>%1 (answer %2)</source>
        <translation>%1（第 %2 次答复）</translation>
    </message>
    <message>
        <source>Reason filed</source>
        <translation>申请理由</translation>
    </message>
    <message>
        <source>Claimed / refundable</source>
        <translation>申请金额 / 可退金额</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Return waybill</source>
        <translation>退货运单号</translation>
    </message>
    <message>
        <source>nothing sent back</source>
        <translation>尚未寄回</translation>
    </message>
    <message>
        <source>Seven-day label</source>
        <translation>七天无理由</translation>
    </message>
    <message>
        <source>Freight insurance</source>
        <translation>运费险</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Buyer&apos;s past</source>
        <translation>买家记录</translation>
    </message>
    <message>
        <source>Merchant&apos;s past</source>
        <translation>商家记录</translation>
    </message>
    <message numerus="yes">
        <source>%n valid point(s)</source>
        <translation>
            <numerusform>有效分 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule book has no suggestion for these facts.</source>
        <translation>对这些案情，规则手册没有建议。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Open: &quot;%1&quot; (to be proved by the %2)</source>
        <translation>尚无结论：“%1”（由%2举证）</translation>
    </message>
    <message>
        <source>A finding could change it to: %1</source>
        <translation>认定不同时可能改为：%1</translation>
    </message>
    <message>
        <source>Merchant: sends the missing goods by %1%2.</source>
        <translation>商家：%1 前补寄缺少的商品%2。</translation>
    </message>
    <message>
        <source>Merchant: exchanges the goods by %1%2.</source>
        <translation>商家：%1 前完成换货%2。</translation>
    </message>
    <message>
        <source>Merchant: repairs the goods free of charge by %1%2.</source>
        <translation>商家：%1 前完成免费维修%2。</translation>
    </message>
    <message>
        <source>No points</source>
        <translation>本案不记分</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Liability: %1, %2. %3.</source>
        <translation>责任：%1，%2。%3。</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>%n 个整日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Buyer: sends back the goods and all parts by %1 (free pick-up); no refund.</source>
        <translation>买家：%1 前寄回商品和全部配件（免费上门取件）；不另退款。</translation>
    </message>
    <message>
        <source>Buyer: sends back the goods and all parts by %1 at their own cost; no refund.</source>
        <translation>买家：%1 前自费寄回商品和全部配件；不另退款。</translation>
    </message>
    <message>
        <source>Buyer: sends back the goods and all parts by %1 (free pick-up) and gets %2 back by the original payment method.</source>
        <translation>买家：%1 前寄回商品和全部配件（免费上门取件），退款 %2按原支付渠道退回。</translation>
    </message>
    <message>
        <source>Buyer: sends back the goods and all parts by %1 at their own cost and gets %2 back by the original payment method.</source>
        <translation>买家：%1 前自费寄回商品和全部配件，退款 %2按原支付渠道退回。</translation>
    </message>
    <message>
        <source>the buyer pays freight both ways</source>
        <translation>寄出和退货运费均由买家承担</translation>
    </message>
    <message>
        <source>the merchant pays freight both ways</source>
        <translation>寄出和退货运费均由商家承担</translation>
    </message>
    <message>
        <source>the platform pays freight both ways</source>
        <translation>寄出和退货运费均由平台承担</translation>
    </message>
    <message>
        <source>the buyer pays the outbound freight</source>
        <translation>寄出运费由买家承担</translation>
    </message>
    <message>
        <source>the merchant pays the outbound freight</source>
        <translation>寄出运费由商家承担</translation>
    </message>
    <message>
        <source>the platform pays the outbound freight</source>
        <translation>寄出运费由平台承担</translation>
    </message>
    <message>
        <source>the buyer pays the return freight</source>
        <translation>退货运费由买家承担</translation>
    </message>
    <message>
        <source>the merchant pays the return freight</source>
        <translation>退货运费由商家承担</translation>
    </message>
    <message>
        <source>the platform pays the return freight</source>
        <translation>退货运费由平台承担</translation>
    </message>
    <message>
        <source>Merchant: refunds within %1 of the return&apos;s pick-up, otherwise the platform refunds from the order&apos;s funds%2.</source>
        <translation>商家：退货揽收后 %1内退款，逾期由平台从订单货款中直接退还%2。</translation>
    </message>
    <message>
        <source>Merchant: refunds within %1 of signing, otherwise the platform refunds from the order&apos;s funds%2.</source>
        <translation>商家：签署后 %1内退款，逾期由平台从订单货款中直接退还%2。</translation>
    </message>
    <message>
        <source>goods</source>
        <translation>商品责任</translation>
    </message>
    <message>
        <source>unfounded refusal</source>
        <translation>无理拒绝售后</translation>
    </message>
    <message>
        <source>late shipment</source>
        <translation>延迟发货</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>逾期未答复</translation>
    </message>
    <message>
        <source>late execution</source>
        <translation>逾期未执行</translation>
    </message>
    <message>
        <source>false evidence</source>
        <translation>虚假凭证</translation>
    </message>
    <message>
        <source>fraudulent shipment</source>
        <translation>欺诈发货</translation>
    </message>
    <message>
        <source>counterfeit</source>
        <translation>销售假冒</translation>
    </message>
    <message>
        <source>The first ruling&apos;s points stand</source>
        <translation>原裁决所记的分不变</translation>
    </message>
    <message numerus="yes">
        <source>The first ruling&apos;s %n point(s) are reversed; valid points over 90 days fall from %1 to %2</source>
        <translation>
            <numerusform>原裁决所记 %n 分冲回；90 日内有效分由 %1 降至 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>merchant %1 %</source>
        <translation>商家 %1%</translation>
    </message>
    <message>
        <source>buyer %1 %</source>
        <translation>买家 %1%</translation>
    </message>
    <message>
        <source>platform %1 %</source>
        <translation>平台 %1%</translation>
    </message>
    <message>
        <source>creator %1 %</source>
        <translation>达人 %1%</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>You can undo for 10 seconds and recall until execution starts.</source>
        <translation>签署后 10 秒内可取消，执行开始前可撤回。</translation>
    </message>
    <message>
        <source>You can undo for 10 seconds and recall until execution starts; each side may appeal once by %1.</source>
        <translation>签署后 10 秒内可取消，执行开始前可撤回；双方可在 %1 前各申诉一次。</translation>
    </message>
    <message>
        <source>Buyer: has sent the goods back and gets %1 back by the original payment method.</source>
        <translation>买家：商品已寄回，退款 %1按原支付渠道退回。</translation>
    </message>
    <message>
        <source>Buyer: has nothing to send back and gets %1 back by the original payment method.</source>
        <translation>买家：没有商品需要寄回，退款 %1按原支付渠道退回。</translation>
    </message>
    <message>
        <source>Buyer: keeps the goods sealed for inspection, passes them on to nobody, and gets %1 back by the original payment method.</source>
        <translation>买家：封存商品备检，不得转交他人，退款 %1按原支付渠道退回。</translation>
    </message>
    <message>
        <source>Buyer: keeps the goods and gets %1 back by the original payment method.</source>
        <translation>买家：商品归买家，退款 %1按原支付渠道退回。</translation>
    </message>
    <message>
        <source>Buyer: keeps the goods and gets the difference of %1 back by the original payment method.</source>
        <translation>买家：商品归买家，差额 %1按原支付渠道退回。</translation>
    </message>
    <message>
        <source>the refund is paid %1 from several sources (%2)</source>
        <translation>%1由多个来源退款（%2）</translation>
    </message>
    <message>
        <source>the refund is paid %1 from the reserve</source>
        <translation>%1从备用金中退款</translation>
    </message>
    <message>
        <source>the refund is paid %1 from the deposit</source>
        <translation>%1从保证金中退款</translation>
    </message>
    <message>
        <source>the platform advances the refund %1 and recovers it from the merchant</source>
        <translation>%1由平台垫付退款，并向商家追偿</translation>
    </message>
    <message>
        <source>the platform refunds %1</source>
        <translation>%1由平台退款</translation>
    </message>
    <message>
        <source>within %1 of the return&apos;s pick-up</source>
        <translation>退货揽收后 %1内</translation>
    </message>
    <message>
        <source>within %1 of signing</source>
        <translation>签署后 %1内</translation>
    </message>
    <message>
        <source>Merchant: %1%2.</source>
        <translation>商家：%1%2。</translation>
    </message>
    <message>
        <source>Merchant: pays nothing for this; %1%2.</source>
        <translation>商家：本案不出资；%1%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), %1 upheld</source>
        <translation>
            <numerusform>介入 %n 次，支持 %1 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>介入 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · applied %2 later</source>
        <translation>%1 · %2后申请</translation>
    </message>
    <message>
        <source>%1 · applied the same day</source>
        <translation>%1 · 当日申请</translation>
    </message>
    <message>
        <source>%1 · applied on day %2</source>
        <translation>%1 · 第 %2 日申请</translation>
    </message>
    <message>
        <source>a finding is needed first</source>
        <translation>还需要先作出认定</translation>
    </message>
    <message>
        <source>%1 · day 7 is %2, moved by holidays to %3; applied %4</source>
        <translation>%1 · 第七日为 %2，因节假日顺延至 %3；%4 申请</translation>
    </message>
    <message>
        <source>%1 · applied on day %2, after the seven days</source>
        <translation>%1 · 第 %2 日申请，已过七日</translation>
    </message>
    <message>
        <source>Buyer: sends back the goods and all parts by %1 (return freight covered by return-freight insurance); no refund.</source>
        <translation>买家：%1 前寄回商品和全部配件（退货运费由运费险抵扣）；不另退款。</translation>
    </message>
    <message>
        <source>Buyer: sends back the goods and all parts by %1 (return freight covered by return-freight insurance) and gets %2 back by the original payment method.</source>
        <translation>买家：%1 前寄回商品和全部配件（退货运费由运费险抵扣），退款 %2按原支付渠道退回。</translation>
    </message>
    <message>
        <source>the return freight is covered by return-freight insurance</source>
        <translation>退货运费由运费险抵扣</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Platform&apos;s record</source>
        <translation>平台记录</translation>
    </message>
    <message>
        <source>Chat of both sides</source>
        <translation>双方聊天</translation>
    </message>
    <message>
        <source>The carrier&apos;s scans</source>
        <translation>物流扫描记录</translation>
    </message>
    <message>
        <source>film %1 of %2</source>
        <translation>视频 %1 / %2</translation>
    </message>
    <message>
        <source>pages %1 of %2</source>
        <translation>页 %1 / %2</translation>
    </message>
    <message>
        <source>messages %1 of %2</source>
        <translation>消息 %1 / %2</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>未打开：%1</translation>
    </message>
    <message>
        <source>on show %1</source>
        <translation>展示 %1</translation>
    </message>
    <message>
        <source>seen %1 of %2</source>
        <translation>已看 %1 / %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a side and what of its evidence was on show: &quot;Buyer: seen 3 of 4&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>On show before signing – %1</source>
        <translation>签署前已看——%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>made at the desk: seen %1 of %2</source>
        <translation>工作台制作：已看 %1 / %2</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Overdue by %1 (was due %2)</source>
        <translation>已超时 %1（应在 %2 前裁决）</translation>
    </message>
    <message>
        <source>%1 left (due %2)</source>
        <translation>还剩 %1（%2 到期）</translation>
    </message>
    <message>
        <source>%1. You can still rule; it counts in the on-time rate.</source>
        <translation>%1。现在仍可裁决，超时会计入及时率。</translation>
    </message>
    <message>
        <source>Evidence from the %1 is %2 late. The case goes on with what is there; effect: the %1 bears the burden of proof.</source>
        <translation>%1举证已超时 %2，按现有证据审理；不利后果：由%1承担举证不能的后果。</translation>
    </message>
    <message>
        <source>The merchant did not act within %1; %3 was taken from the %2.</source>
        <translation>商家未在 %1内执行，已从%2扣除 %3。</translation>
    </message>
    <message>
        <source>The merchant did not act within %1; %3 was taken from the %2. The platform advanced the remaining %4 and will recover it.</source>
        <translation>商家未在 %1内执行，已从%2扣除 %3；尚差 %4由平台垫付并追偿。</translation>
    </message>
    <message>
        <source>The merchant did not act within %1; the platform advanced %2 and will recover it.</source>
        <translation>商家未在 %1内执行，%2由平台垫付并追偿。</translation>
    </message>
    <message>
        <source>The approval is overdue by %1 (was due %2).</source>
        <translation>复核已超时 %1（应在 %2 前复核）。</translation>
    </message>
</context>
<context>
    <name>Decoder</name>
    <message>
        <source>Sandboxed decoder, full protection: pictures and films of parties are decoded in a process of their own that sees no file, no network and no other process, and may use only the system calls that decoding needs.</source>
        <translation>解码器已隔离，完全保护：当事人的图片和视频在单独的进程中解码，该进程看不到任何文件、网络和其他进程，只能使用解码所需的系统调用。</translation>
    </message>
    <message>
        <source>Sandboxed decoder, strong protection: pictures and films of parties are decoded in a process of their own that can open no file and no connection (seccomp and Landlock). For namespaces of its own as well, install bubblewrap and allow user namespaces.</source>
        <translation>解码器已隔离，强保护：当事人的图片和视频在单独的进程中解码，该进程不能打开任何文件或连接（seccomp 和 Landlock）。如需再加上独立的命名空间，请安装 bubblewrap 并允许用户命名空间。</translation>
    </message>
    <message>
        <source>Sandboxed decoder, protection by seccomp: pictures and films of parties are decoded in a process of their own that may use only the system calls that decoding needs. For more, use a kernel with Landlock (5.13 or later), or install bubblewrap.</source>
        <translation>解码器已隔离，由 seccomp 保护：当事人的图片和视频在单独的进程中解码，该进程只能使用解码所需的系统调用。如需更强的保护，请使用带 Landlock 的内核（5.13 或更高版本），或安装 bubblewrap。</translation>
    </message>
    <message>
        <source>Decoder with reduced protection: pictures and films of parties are decoded in a process of their own with limits on memory, files and time, but it could open files and connections. Use a kernel with seccomp, and no build with a sanitizer.</source>
        <translation>解码器保护降低：当事人的图片和视频在单独的进程中解码，内存、文件和时间都有上限，但该进程仍可能打开文件和连接。请使用带 seccomp 的内核，并且不要使用带检测器（sanitizer）的构建。</translation>
    </message>
    <message>
        <source>No decoder: the program arbiter-decode is missing beside this one or does not start, so no picture, film or document is shown. Install arbiter again, with arbiter-decode in the same folder.</source>
        <translation>没有解码器：本程序旁边缺少 arbiter-decode，或它无法启动，因此不显示任何图片、视频和文档。请重新安装 arbiter，并让 arbiter-decode 位于同一文件夹。</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The case %1 is not as it should be at %2 (%3).</source>
        <translation>案件 %1 在 %2 处不符合要求（%3）。</translation>
    </message>
    <message>
        <source>Preparing the demo was stopped.</source>
        <translation>演示的准备已停止。</translation>
    </message>
    <message>
        <source>%1, %2, “%3”: %4</source>
        <translation>%1，%2，“%3”：%4</translation>
    </message>
    <message>
        <source>%1 is not the JSON it should be: %2</source>
        <translation>%1 不是所需的 JSON：%2</translation>
    </message>
    <message>
        <source>%1: “%2” is no time</source>
        <translation>%1：“%2”不是时间</translation>
    </message>
    <message>
        <source>The demo&apos;s cases are not installed (looked in %1).</source>
        <translation>没有安装演示案件（查找位置：%1）。</translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation>无法识别“%1”</translation>
    </message>
    <message>
        <source>The case %1 was not taken in.</source>
        <translation>案件 %1 未能收案。</translation>
    </message>
    <message>
        <source>“%1” is no database address.</source>
        <translation>“%1”不是数据库地址。</translation>
    </message>
    <message>
        <source>The demo&apos;s database could not be made: %1</source>
        <translation>无法建立演示数据库：%1</translation>
    </message>
    <message>
        <source>The demo cannot be put into %1.</source>
        <translation>无法把演示放入 %1。</translation>
    </message>
    <message>
        <source>%1 holds a desk that is no demo. Nothing was changed; choose another folder with --dir.</source>
        <translation>%1 中已有一个不是演示的仲裁台。没有任何改动；请用 --dir 另选文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>A demo on a server is not made anew; name an empty database.</source>
        <translation>服务器上的演示不能重建；请指定一个空数据库。</translation>
    </message>
    <message>
        <source>%1 is not empty. Nothing was changed; name an empty database.</source>
        <translation>%1 不是空的。没有任何改动；请指定一个空数据库。</translation>
    </message>
    <message>
        <source>The demo in %1 is being prepared by another arbiter.</source>
        <translation>另一个 arbiter 正在准备 %1 中的演示。</translation>
    </message>
    <message>
        <source>%1 (%2) does not end before the demo&apos;s morning.</source>
        <translation>%1（%2）在演示当天上午之前没有结束。</translation>
    </message>
    <message>
        <source>background.json names a template that it does not have.</source>
        <translation>background.json 指定了其中不存在的模板。</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 没有 %2。</translation>
    </message>
    <message>
        <source>%1 holds files that belong to no demo. Nothing was changed; choose another folder with --dir.</source>
        <translation>%1 中有不属于演示的文件。未作任何改动；请用 --dir 另选一个文件夹。</translation>
    </message>
    <message>
        <source>None of the demo&apos;s cases can be copied.</source>
        <translation>演示中没有可以复制的案件。</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>arbiter %1, Qt %2, SQLite %3, on %4</source>
        <translation>arbiter %1，Qt %2，SQLite %3，运行于 %4</translation>
    </message>
    <message>
        <source>%1 is here: PDF pages and their text can be shown.</source>
        <translation>%1 已安装：可以显示 PDF 页面及其文字。</translation>
    </message>
    <message>
        <source>%1 is missing: PDF exhibits cannot be shown. Install poppler-utils.</source>
        <translation>缺少 %1：无法显示 PDF 证据。请安装 poppler-utils。</translation>
    </message>
    <message>
        <source>A Chinese font is here.</source>
        <translation>已有中文字体。</translation>
    </message>
    <message>
        <source>No Chinese font: install fonts-noto-cjk or fonts-wqy-microhei.</source>
        <translation>没有中文字体：请安装 fonts-noto-cjk 或 fonts-wqy-microhei。</translation>
    </message>
    <message>
        <source>The database driver %1 is here.</source>
        <translation>数据库驱动 %1 已安装。</translation>
    </message>
    <message>
        <source>The database driver %1 is missing: install libqt6sql6-sqlite and libqt6sql6-psql.</source>
        <translation>缺少数据库驱动 %1：请安装 libqt6sql6-sqlite 和 libqt6sql6-psql。</translation>
    </message>
    <message>
        <source>The desk at %1 opens (%2).</source>
        <translation>%1 的仲裁台可以打开（%2）。</translation>
    </message>
    <message>
        <source>%1 MB are free for evidence in %2.</source>
        <translation>%2 中还有 %1 MB 空间可存放证据。</translation>
    </message>
    <message>
        <source>[ok]     </source>
        <translation>[正常]   </translation>
    </message>
    <message>
        <source>[note]   </source>
        <translation>[注意]   </translation>
    </message>
    <message>
        <source>[missing]</source>
        <translation>[缺少]   </translation>
    </message>
    <message>
        <source>Unprotected desk: names are taken at their word; whoever can open the database can act as anybody.</source>
        <translation>仲裁台未设保护：姓名按所填采信；能打开数据库的人，可以用任何人的名义操作。</translation>
    </message>
    <message>
        <source>Up to %1 MB of decoded pictures are kept at hand; pictureCacheMegabytes in arbiter.ini changes it.</source>
        <translation>最多保留 %1 MB 已解码的图片以便随时显示；可用 arbiter.ini 中的 pictureCacheMegabytes 更改。</translation>
    </message>
    <message>
        <source>A picture may have %1 million pixels and %2 MB and take %3 s; a request to a film may take %4 s.</source>
        <translation>一张图片最多 %1 百万像素、%2 MB，解码最多 %3 秒；对视频的每次请求最多 %4 秒。</translation>
    </message>
    <message>
        <source>Words in screenshots are read by a machine, in a process of its own; they help searching and are never evidence by themselves.</source>
        <translation>截图里的文字由机器识别，在单独的进程里进行；它只帮助查找，本身从不作为证据。</translation>
    </message>
    <message>
        <source>Words in screenshots are not read: install tesseract-ocr-chi-sim, and arbiter-read beside this program. Everything else works without.</source>
        <translation>截图里的文字不会被识别：请安装 tesseract-ocr-chi-sim，并把 arbiter-read 放在本程序旁边。没有它，其他功能照常使用。</translation>
    </message>
    <message>
        <source>A picture may have %1 million pixels and %2 KB and take %3 s; a request to a film may take %4 s.</source>
        <translation>图片最多 %1 百万像素、%2 KB、%3 秒；对视频的每次请求最多 %4 秒。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>an unknown time</source>
        <translation>未知时间</translation>
    </message>
    <message>
        <source>The case is in a state that does not allow this. Nothing was changed.</source>
        <translation>案件当前的状态不允许这样做。没有任何改动。</translation>
    </message>
    <message>
        <source>The parties are negotiating; no ruling before that ends. Nothing was changed.</source>
        <translation>双方正在协商，协商期结束前不能裁决。没有任何改动。</translation>
    </message>
    <message>
        <source>The case is now &quot;%1&quot;, which does not allow this. Nothing was changed.</source>
        <translation>案件现在是“%1”，不允许这样做。没有任何改动。</translation>
    </message>
    <message>
        <source>Cannot sign yet: %1.</source>
        <translation>还不能签署：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Nothing called &quot;%1&quot; was found. Check the number; a case is named by its case number or platform:number.</source>
        <translation>没有找到“%1”。请核对编号；案件用案件号或 platform:number 表示。</translation>
    </message>
    <message>
        <source>Several platforms have a case &quot;%1&quot;. Name it as platform:number.</source>
        <translation>有多个平台存在案件“%1”。请写成 platform:number。</translation>
    </message>
    <message>
        <source>Your role does not allow this. Nothing was changed; ask a supervisor or the desk&apos;s admin.</source>
        <translation>您的角色不允许这样做。没有任何改动；请找主管或仲裁台管理员。</translation>
    </message>
    <message>
        <source>Nobody called &quot;%1&quot; works at this desk. Add them with: arbiter user add.</source>
        <translation>这个仲裁台没有名为“%1”的人员。添加方法：arbiter user add。</translation>
    </message>
    <message>
        <source>This needs a person: repeat it with --as NAME.</source>
        <translation>这需要写明由谁操作：请加上 --as NAME 再执行一次。</translation>
    </message>
    <message>
        <source>You do not hold this case. Claim it first; what you wrote is kept as a draft.</source>
        <translation>您没有持有本案。请先领取；您写的内容已保存为草稿。</translation>
    </message>
    <message>
        <source>%1 holds this case until %2. What you wrote is kept as a draft.</source>
        <translation>%1 持有本案，锁到 %2。您写的内容已保存为草稿。</translation>
    </message>
    <message>
        <source>%1 took this case at %2. What you wrote is kept as a draft. Take the next case, or wait until the hold ends at %3.</source>
        <translation>%1 已在 %2 领取本案。您写的内容已保存为草稿；请处理下一件，或等待锁在 %3 到期。</translation>
    </message>
    <message>
        <source>Your hold on this case has ended and somebody else may hold it. What you wrote is kept as a draft; claim the case again.</source>
        <translation>您对本案的锁已到期，可能已由他人持有。您写的内容已保存为草稿；请重新领取本案。</translation>
    </message>
    <message>
        <source>The case changed while you were writing. Your draft is kept and nothing was sent. Look at the change, then sign again.</source>
        <translation>您撰写期间案件有变化。草稿已保留，裁决没有发出。请查看变化后再签署。</translation>
    </message>
    <message>
        <source>You are on the conflict-of-interest list for %1. The case goes to somebody else.</source>
        <translation>您已登记对 %1 回避。本案将由他人审理。</translation>
    </message>
    <message>
        <source>You made the ruling that this is about; another person must decide. Nothing was changed.</source>
        <translation>所涉裁决由您作出，须由另一人决定。没有任何改动。</translation>
    </message>
    <message>
        <source>The case is parked until %1.</source>
        <translation>本案搁置到 %1。</translation>
    </message>
    <message>
        <source>No case is waiting</source>
        <translation>现在没有待裁决的案件</translation>
    </message>
    <message>
        <source>The ruling could be recalled until %1; it is being carried out. A correction is an appeal or a reversal.</source>
        <translation>撤回裁决的期限到 %1，现已进入执行。如需更正，请走申诉或改判。</translation>
    </message>
    <message>
        <source>The command id &quot;%1&quot; was used before for something else. Nothing was changed; use a new id.</source>
        <translation>命令编号“%1”已用于另一操作。没有任何改动；请换用新的编号。</translation>
    </message>
    <message>
        <source>This side has appealed already; each side may appeal once.</source>
        <translation>这一方已经申诉过；双方各可申诉一次。</translation>
    </message>
    <message>
        <source>The appeal window ended at %1.</source>
        <translation>申诉期已于 %1 结束。</translation>
    </message>
    <message>
        <source>The case has nothing to ask of this party: %1.</source>
        <translation>本案无需向这一方举证：%1。</translation>
    </message>
    <message>
        <source>A short reason is needed. Nothing was changed.</source>
        <translation>需要简短说明理由。没有任何改动。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value that fits here. Nothing was changed.</source>
        <translation>“%1”不是这里可用的值。没有任何改动。</translation>
    </message>
    <message>
        <source>The working-day calendar has no data for this deadline (%1). Add the year with: arbiter calendar add FILE.</source>
        <translation>工作日历没有计算这一期限所需的数据（%1）。补入该年：arbiter calendar add FILE。</translation>
    </message>
    <message>
        <source>No rule book is in force for this (%1).</source>
        <translation>没有适用于此的现行规则手册（%1）。</translation>
    </message>
    <message>
        <source>The evidence vault cannot be written. Nothing was changed; see: arbiter doctor.</source>
        <translation>无法写入证据库。没有任何改动；请查看：arbiter doctor。</translation>
    </message>
    <message>
        <source>The database is busy. Nothing was changed; try again in a moment.</source>
        <translation>数据库正忙。没有任何改动；请过一会儿再试。</translation>
    </message>
    <message>
        <source>The database takes no changes (read-only, or the disk is full). Nothing was changed; reading goes on.</source>
        <translation>数据库无法写入（只读，或磁盘已满）。没有任何改动；仍可继续阅读。</translation>
    </message>
    <message>
        <source>The database connection is lost. Your draft is kept on this computer; signing is off until it is back.</source>
        <translation>与数据库的连接已断开。草稿保存在本机；恢复前不能签署。</translation>
    </message>
    <message>
        <source>The database did not carry this out. Nothing was changed; see: arbiter doctor.</source>
        <translation>数据库没有执行这一操作。没有任何改动；请查看：arbiter doctor。</translation>
    </message>
    <message>
        <source>the refund must lie between nothing and the disputed sum</source>
        <translation>退款须在 0 与争议金额之间</translation>
    </message>
    <message>
        <source>this outcome needs an amount</source>
        <translation>这一结果需要填写金额</translation>
    </message>
    <message>
        <source>this outcome refunds nothing</source>
        <translation>这一结果不退款</translation>
    </message>
    <message>
        <source>a partial refund is less than what was paid</source>
        <translation>部分退款须少于实付金额</translation>
    </message>
    <message>
        <source>a full refund gives back the whole disputed sum</source>
        <translation>全额退款须等于全部争议金额</translation>
    </message>
    <message>
        <source>the shares of blame must add up to 100 %</source>
        <translation>各方责任比例之和须为 100%</translation>
    </message>
    <message>
        <source>say why nothing goes back</source>
        <translation>请说明为什么无需退货</translation>
    </message>
    <message>
        <source>this outcome takes no reason for keeping the goods</source>
        <translation>这一结果不需要填写无需退货的原因</translation>
    </message>
    <message>
        <source>the parts of the refund do not add up</source>
        <translation>退款各项合计不符</translation>
    </message>
    <message>
        <source>the sources of the money do not add up to the refund</source>
        <translation>各资金来源之和与退款不符</translation>
    </message>
    <message>
        <source>nothing is cited yet</source>
        <translation>还没有引用证据或记录</translation>
    </message>
    <message>
        <source>a citation must name exactly one place</source>
        <translation>一条引用须只指向一处</translation>
    </message>
    <message>
        <source>a citation names something that the case does not have</source>
        <translation>引用的内容不在本案之中</translation>
    </message>
    <message>
        <source>the reasons are missing</source>
        <translation>还没有写裁决理由</translation>
    </message>
    <message>
        <source>say why you depart from the suggestion</source>
        <translation>请说明为什么不采用建议</translation>
    </message>
    <message>
        <source>an item is not part of the order</source>
        <translation>有商品不属于本订单</translation>
    </message>
    <message>
        <source>the clause is not in the rule book</source>
        <translation>规则手册中没有该条款</translation>
    </message>
    <message>
        <source>this conduct is found by execution, not by a ruling</source>
        <translation>这一行为由执行环节认定，不在裁决里</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the file is not in the evidence vault</source>
        <translation>证据库中没有该文件</translation>
    </message>
    <message>
        <source>the stored bytes no longer match their digest</source>
        <translation>所存文件与校验值不符</translation>
    </message>
    <message>
        <source>there is no space left on the evidence vault&apos;s disk</source>
        <translation>证据库所在磁盘没有剩余空间</translation>
    </message>
    <message>
        <source>the evidence vault belongs to another database</source>
        <translation>该证据库属于另一个数据库</translation>
    </message>
    <message>
        <source>the evidence vault cannot be written</source>
        <translation>无法写入证据库</translation>
    </message>
    <message>
        <source>the evidence vault cannot be read</source>
        <translation>无法读取证据库</translation>
    </message>
    <message>
        <source>it counts toward the merchant&apos;s metrics, but the merchant bears no share of the blame</source>
        <translation>计入商家指标，但商家没有责任份额</translation>
    </message>
    <message>
        <source>a finding has no verdict yet</source>
        <translation>有一项认定还没有结论</translation>
    </message>
    <message>
        <source>element &quot;%1&quot; needs its number</source>
        <translation>要件“%1”还缺数字</translation>
    </message>
    <message>
        <source>element &quot;%1&quot; is still open</source>
        <translation>要件“%1”还没有结论</translation>
    </message>
    <message>
        <source>The text or name has control characters in it. Take them out and try again; nothing was changed.</source>
        <translation>文字或名称中含有控制字符。请去掉后重试；没有更改任何内容。</translation>
    </message>
    <message>
        <source>A case has at most %1 exhibits, and this one has them. Nothing was written.</source>
        <translation>每个案件最多 %1 份证据，本案已达到上限。没有写入任何内容。</translation>
    </message>
    <message>
        <source>The file was not taken as evidence: %1 Nothing was written.</source>
        <translation>该文件未被收为证据：%1没有写入任何内容。</translation>
    </message>
    <message>
        <source>no evidence vault is named</source>
        <translation>没有指定证据库</translation>
    </message>
    <message>
        <source>the folder of the evidence vault is empty, while this desk has evidence</source>
        <translation>证据库文件夹是空的，而本仲裁台已有证据</translation>
    </message>
    <message>
        <source>The evidence vault cannot be used: %1. Nothing was changed.</source>
        <translation>证据库无法使用：%1。没有更改任何内容。</translation>
    </message>
    <message>
        <source>Name it with --vault FOLDER, or in ARBITER_VAULT.</source>
        <translation>请用 --vault 文件夹 指定，或设置 ARBITER_VAULT。</translation>
    </message>
    <message>
        <source>Name the folder that holds the evidence with --vault FOLDER; add --new-vault to begin with an empty one all the same.</source>
        <translation>请用 --vault 文件夹 指定存放证据的文件夹；如仍要从空文件夹开始，请加上 --new-vault。</translation>
    </message>
    <message>
        <source>Name the folder that belongs to this desk with --vault FOLDER.</source>
        <translation>请用 --vault 文件夹 指定属于本仲裁台的文件夹。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Check the folder and its permissions; see: arbiter doctor.</source>
        <translation>请检查该文件夹及其权限；可运行 arbiter doctor 查看。</translation>
    </message>
    <message>
        <source>it names a creator, but this case has none</source>
        <translation>裁决提到达人，但本案没有达人</translation>
    </message>
    <message>
        <source>You do not hold this case. Nothing was changed; claim it first.</source>
        <translation>您没有持有本案。没有改动任何内容；请先领取。</translation>
    </message>
    <message>
        <source>%1 holds this case until %2. Nothing was changed.</source>
        <translation>%1 持有本案，锁到 %2。没有任何改动。</translation>
    </message>
    <message>
        <source>%1 took this case at %2. Nothing was changed. Take the next case, or wait until the hold ends at %3.</source>
        <translation>%1 已在 %2 领取本案。没有改动任何内容；请处理下一件，或等待锁在 %3 到期。</translation>
    </message>
    <message>
        <source>Your hold on this case has ended and somebody else may hold it. Nothing was changed; claim the case again.</source>
        <translation>您对本案的锁已到期，可能已由他人持有。没有改动任何内容；请重新领取本案。</translation>
    </message>
    <message>
        <source>The case was changed by somebody else at the same time. Nothing was changed by you; look at it, then repeat the command.</source>
        <translation>本案同时有其他改动。您的命令没有改动任何内容；请查看后重新执行。</translation>
    </message>
    <message>
        <source>The database connection is lost. When it is back, look whether the command took effect, then repeat it if it did not.</source>
        <translation>与数据库的连接已断开。连接恢复后，请先查看命令是否已生效；如未生效，再重新执行。</translation>
    </message>
    <message>
        <source>the exhibits</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>the evidence requests</source>
        <translation>举证要求</translation>
    </message>
    <message>
        <source>the notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>the time it is parked until</source>
        <translation>搁置时间</translation>
    </message>
    <message>
        <source>who reviews it</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>案件状态</translation>
    </message>
    <message>
        <source>the ruling</source>
        <translation>裁决</translation>
    </message>
    <message>
        <source>its exports</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>the execution</source>
        <translation>执行情况</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>到期自动处理</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>The case changed while you were writing: %1. Your draft is kept and nothing was sent. Look at the change, then sign again.</source>
        <translation>您撰写期间案件有变化：%1。草稿已保留，裁决没有发出。请查看变化后再签署。</translation>
    </message>
    <message>
        <source>%1 is on the conflict-of-interest list for %2. The case goes to somebody else.</source>
        <translation>%1 已列入与“%2”的利益回避名单，本案由其他人处理。</translation>
    </message>
    <message>
        <source>This desk gives out cases in order, and none is to be had for you now. Choosing one is for supervisors.</source>
        <translation>本工作台按顺序派发案件，现在没有可派给您的案件。自选案件需要主管权限。</translation>
    </message>
    <message>
        <source>This desk gives out cases in order; the next one for you is %1. Choosing one is for supervisors.</source>
        <translation>本工作台按顺序派发案件，您的下一件是 %1。自选案件需要主管权限。</translation>
    </message>
    <message>
        <source>the %1&apos;s evidence window ends at %2</source>
        <translation>%1举证期到 %2 才结束</translation>
    </message>
    <message>
        <source>Not recorded; your draft is still here.</source>
        <translation>裁决没有记录，草稿仍在。</translation>
    </message>
    <message>
        <source>The connection was lost before this was recorded. Nothing was changed; try again.</source>
        <translation>记录之前连接已断开。没有任何改动；请再试一次。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no filter. There are: %2. A word without a colon is searched for in the cases.</source>
        <translation>没有名为“%1”的筛选项。可用的有：%2。不带冒号的词会在案件中搜索。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no sum. Sums are whole fen: amount:&gt;=100000, amount:&lt;=5000 or amount:5000..100000.</source>
        <translation>“%1”不是金额。金额以整分书写：amount:&gt;=100000、amount:&lt;=5000 或 amount:5000..100000。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time. Times are minutes, hours or days: due:&lt;90m, due:&lt;24h or due:&lt;3d.</source>
        <translation>“%1”不是时长。时长以分钟、小时或天书写：due:&lt;90m、due:&lt;24h 或 due:&lt;3d。</translation>
    </message>
    <message>
        <source>The database connection is lost; reconnecting (attempt %1). Open evidence stays readable and your draft is kept on this computer. Signing is off until it is back.</source>
        <translation>与数据库的连接已断开，正在重连（第 %1 次）。已打开的证据可以继续看，草稿保存在本机；恢复前不能签署。</translation>
    </message>
    <message>
        <source>Checking whether your last ruling was recorded…</source>
        <translation>正在确认上一份裁决是否已记录……</translation>
    </message>
    <message>
        <source>Recorded at %1.</source>
        <translation>裁决已记录（%1）。</translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation>资金来自</translation>
    </message>
    <message>
        <source>Parts of the refund</source>
        <translation>退款各项</translation>
    </message>
    <message>
        <source>The parts add up to %1 but should be %2 (off by %3). Adjust &quot;%4&quot;</source>
        <translation>各项合计 %1，应为 %2，差 %3。请调整“%4”</translation>
    </message>
    <message>
        <source>%1. Everything else is saved</source>
        <translation>%1。其他内容已保存</translation>
    </message>
    <message>
        <source>%1 made the ruling that is heard again; another person must hear it. Nothing was changed.</source>
        <translation>原裁决由 %1 作出，申诉须由另一人审理。没有任何改动。</translation>
    </message>
    <message>
        <source>You made the ruling that is heard again; another person must hear it. Nothing was changed.</source>
        <translation>现在重新审理的裁决由您作出，须由另一人审理。没有任何改动。</translation>
    </message>
    <message>
        <source>%1 hears no appeals. Nothing was changed; choose a person who is named for them.</source>
        <translation>%1 不审理申诉。没有任何改动；请选择指定的申诉审理人。</translation>
    </message>
    <message>
        <source>This is an appeal, and appeals are heard by the people who are named for them. Nothing was changed; take the next case.</source>
        <translation>这是申诉案件，由指定审理申诉的人员处理。没有改动任何内容，请领取下一件。</translation>
    </message>
    <message>
        <source>Only %1, who signed it, can recall it. Nothing was changed.</source>
        <translation>只有签署人 %1 可以撤回这份裁决。没有任何改动。</translation>
    </message>
    <message>
        <source>The case is reserved for %1 until %2.</source>
        <translation>本案为 %1 保留到 %2。</translation>
    </message>
    <message>
        <source>%1 already works at this desk. Nothing was changed; to change a person, disable them first and add them anew.</source>
        <translation>%1 已经在这个仲裁台工作。没有改动任何内容；如需变更，请先停用，再重新添加。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;; the closest is %2. Nothing was changed; see: arbiter setting list.</source>
        <translation>没有名为“%1”的设置，最接近的是 %2。没有改动任何内容，参见：arbiter setting list。</translation>
    </message>
    <message>
        <source>This desk gives out cases in order; whoever holds a case parks or skips it, or a supervisor does. Nothing was changed.</source>
        <translation>本工作台按顺序派发案件，搁置或跳过案件须由持有人或主管操作。没有任何改动。</translation>
    </message>
    <message>
        <source>There is no view called &quot;%1&quot;. Nothing was changed.</source>
        <translation>没有名为“%1”的视图。没有任何改动。</translation>
    </message>
    <message>
        <source>A view has a name of 1 to 60 characters. Nothing was changed.</source>
        <translation>视图名称须为 1 至 60 个字符。没有任何改动。</translation>
    </message>
    <message>
        <source>No case is waiting for you. Nothing was claimed; all cases are in: arbiter queue --view all</source>
        <translation>目前没有可领取的案件，未领取任何案件。全部案件见：arbiter queue --view all</translation>
    </message>
    <message>
        <source>There is no view called &quot;%1&quot;. Nothing was changed; see: arbiter view list</source>
        <translation>没有名为“%1”的视图。没有任何改动；现有视图见：arbiter view list</translation>
    </message>
    <message>
        <source>The ruling could be recalled until %1; the case is closed. A correction is an appeal or a reversal.</source>
        <translation>撤回裁决的期限到 %1，案件已经结案。如需更正，请走申诉或改判。</translation>
    </message>
    <message>
        <source>The ruling could be recalled until %1; carrying it out comes next. A correction is an appeal or a reversal.</source>
        <translation>撤回裁决的期限到 %1，接下来将进入执行。如需更正，请走申诉或改判。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The database can only be read: its file, its folder or its server takes no changes. Claiming and ruling are off.</source>
        <translation>数据库只能读取：它的文件、文件夹或服务器不接受写入。暂时不能领取案件，也不能裁决。</translation>
    </message>
    <message>
        <source>%1 has skipped this case because they know a party. The case goes to somebody else.</source>
        <translation>%1 曾以“与当事人有关联”跳过本案，本案由其他人处理。</translation>
    </message>
    <message>
        <source>You have skipped this case because you know a party. The case goes to somebody else.</source>
        <translation>您曾以“与我有关联”跳过本案。本案将由他人审理。</translation>
    </message>
    <message>
        <source>The deadline must lie in the future. Nothing was changed; name a later one.</source>
        <translation>期限必须晚于现在。没有任何改动；请另填一个更晚的时间。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins above its end. Write the smaller sum first: amount:5000..100000.</source>
        <translation>“%1”的下限高于上限。请把较小的金额写在前面：amount:5000..100000。</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; needs a value behind the colon. Write it there, in double quotes when it has spaces, or take the filter out.</source>
        <translation>“%1:”的冒号后缺少内容。请补上（含空格时用双引号括起），或去掉这个筛选条件。</translation>
    </message>
    <message>
        <source>the deadline for execution must be a clock such as hours:48 or days:7, not a date</source>
        <translation>执行期限须写成 hours:48 或 days:7 这样的时限，不能写日期</translation>
    </message>
    <message>
        <source>You claimed this case again yourself at %1, in another window or on the command line. What you wrote is kept as a draft; look at the case, then do it again.</source>
        <translation>您本人已在 %1 通过另一个窗口或命令行重新领取本案。您写的内容已保存为草稿；请查看案件后再操作一次。</translation>
    </message>
    <message>
        <source>the refund must lie between nothing and the disputed sum of %1</source>
        <translation>退款须在 0 与争议金额 %1之间</translation>
    </message>
    <message>
        <source>The mark does not have the points its shape needs. Nothing was kept; draw it again.</source>
        <translation>标注缺少该形状所需的点。未保存任何内容；请重新画。</translation>
    </message>
    <message>
        <source>The mark lies outside the picture. Nothing was kept; draw it inside.</source>
        <translation>标注超出了图片范围。未保存任何内容；请画在图片以内。</translation>
    </message>
    <message>
        <source>The note of a mark has at most %1 characters. Nothing was kept; shorten it and try again.</source>
        <translation>标注的说明最多 %1 个字符。未保存任何内容；请缩短后重试。</translation>
    </message>
    <message>
        <source>The note has control characters in it. Nothing was kept; take them out and try again.</source>
        <translation>说明中含有控制字符。未保存任何内容；请删去后重试。</translation>
    </message>
    <message>
        <source>The mark was made on other bytes than the exhibit has now. It was not kept; open the case again and draw it anew.</source>
        <translation>标注所依据的文件内容与该证据现在的内容不同，因此未保存；请重新打开案件后再画。</translation>
    </message>
    <message>
        <source>A case has room for %1 marks, or for fewer with long lines, and this one is full. Nothing was added; remove one that is not needed.</source>
        <translation>一个案件最多可有 %1 个标注（线条很长时更少），本案已满。未添加任何内容；请先移除不需要的标注。</translation>
    </message>
    <message>
        <source>The case has no mark %1; it may have been removed meanwhile. Nothing was changed.</source>
        <translation>本案没有标注 %1，可能已被移除。未作任何更改。</translation>
    </message>
    <message>
        <source>%1 made this mark; its author or a supervisor removes it. Nothing was changed.</source>
        <translation>此标注由 %1 添加，须由本人或主管移除。未作任何更改。</translation>
    </message>
    <message>
        <source>The quotation mark is not closed: %1. Write the second one behind the value, or take the first out.</source>
        <translation>引号没有成对：%1。请在内容后补上另一个引号，或删去这一个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes nor no. Write %2:yes or %2:no.</source>
        <translation>“%1”既不是 yes 也不是 no。请写 %2:yes 或 %2:no。</translation>
    </message>
    <message>
        <source>No %1 is called &quot;%2&quot;. There are: %3. Their names in Chinese or English do as well.</source>
        <translation>%1 没有“%2”这个值。可用的有：%3。也可以写它们的中文或英文名称。</translation>
    </message>
    <message>
        <source>A ruling or a draft points at mark %1, so the mark stays as it was cited. Nothing was changed; draw another mark, or take the citation out of the draft first.</source>
        <translation>有裁决或草稿引用了标注 %1，因此它保持被引用时的样子。未作任何更改；请另画一个标注，或先从草稿中去掉该引用。</translation>
    </message>
    <message>
        <source>Marks are made on a picture, a page that a document has, or a video of the case. Nothing was kept; choose one and draw it there.</source>
        <translation>标注要画在本案已有的图片、文档页面或视频上。没有保存任何内容；请选定一项后再画。</translation>
    </message>
    <message>
        <source>A mark on a video names frames of that video, and only of a video. Nothing was kept; mark it on the frame that is meant.</source>
        <translation>视频上的标注要对应该视频中的帧，帧也只属于视频。没有保存任何内容；请在所指的那一帧上标注。</translation>
    </message>
    <message>
        <source>The case has no note %1; it may have been removed meanwhile. Nothing was changed.</source>
        <translation>本案没有备注 %1，可能刚刚被移除。没有作任何改动。</translation>
    </message>
    <message>
        <source>Its author or a supervisor removes this note. Nothing was changed.</source>
        <translation>这条备注只能由作者或主管移除。没有作任何改动。</translation>
    </message>
    <message>
        <source>%1 wrote this note; its author or a supervisor removes it. Nothing was changed.</source>
        <translation>这条备注由 %1 写下，只能由作者或主管移除。没有作任何改动。</translation>
    </message>
    <message>
        <source>The mark has no length or no area, so nobody could see it. Nothing was kept; draw it larger.</source>
        <translation>这个标注没有长度或面积，谁也看不见。没有保存任何内容；请画大一些。</translation>
    </message>
    <message>
        <source>A text mark says nothing without a text. Nothing was kept; write what is to stand there.</source>
        <translation>文字标注没有写文字，就没有内容。没有保存任何内容；请写上要标注的文字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has neither a letter nor a figure to search for. Write a word or a number, or take it out.</source>
        <translation>“%1”里没有可供搜索的字母、汉字或数字。请输入字词或号码，或将它删去。</translation>
    </message>
    <message>
        <source>Nobody at this desk is called &quot;%1&quot;, so %2 finds no case. Write the name as it stands beside the cases.</source>
        <translation>本工作台没有名为“%1”的人员，%2 因此找不到案件。请按案件旁所示的姓名填写。</translation>
    </message>
    <message>
        <source>The case has changed since. It stays as it is now.</source>
        <translation>本案其后已有变动，现状保持不变。</translation>
    </message>
    <message>
        <source>%1 claimed the case at %2. It stays as it is now.</source>
        <translation>%1 已于 %2 领取本案，现状保持不变。</translation>
    </message>
    <message>
        <source>The case has changed since: %1. It stays as it is now.</source>
        <translation>本案其后已有变动：%1。现状保持不变。</translation>
    </message>
    <message>
        <source>a citation was made of something else than what stands there now</source>
        <translation>引用时的内容与现在的不同</translation>
    </message>
    <message>
        <source>A tag is not empty. Nothing was changed.</source>
        <translation>标签不能为空。没有任何改动。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a tag: it has at most 40 characters, all in one line and none of them a double quote. Nothing was changed.</source>
        <translation>“%1”不能用作标签：标签最多 40 个字符，须在一行之内，且不含双引号。没有任何改动。</translation>
    </message>
    <message>
        <source>A case is put aside for a year at most. Nothing was changed; name an earlier day.</source>
        <translation>案件最多搁置一年。没有任何改动；请另填一个更早的日期。</translation>
    </message>
    <message>
        <source>The desk itself sets and takes off the tag &quot;%1&quot;. Nothing was changed.</source>
        <translation>标签“%1”由仲裁台自动添加和移除。没有任何改动。</translation>
    </message>
    <message>
        <source>%1 takes no cases: only reviewers and supervisors do. Nothing was changed.</source>
        <translation>%1 不办理案件：只有仲裁专员和主管办理。没有任何改动。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; contradicts what stands before it: no case is both. Take one of the two out.</source>
        <translation>“%1”与前面的条件矛盾：没有案件同时符合两者。请去掉其中一个。</translation>
    </message>
    <message>
        <source>The file of %1 is not in the evidence store, so nothing can be pinned to it. Nothing was changed; see: arbiter db check --thorough.</source>
        <translation>证据库中没有 %1 的文件，因此不能在其上附注。没有任何改动；请查看：arbiter db check --thorough。</translation>
    </message>
    <message>
        <source>The bytes of %1 in the evidence store do not match their checksum, so nothing can be pinned to it. Nothing was changed; see: arbiter db check --thorough.</source>
        <translation>证据库中 %1 的文件与校验值不符，因此不能在其上附注。没有任何改动；请查看：arbiter db check --thorough。</translation>
    </message>
    <message>
        <source>%1 may be %2 at most; more is never granted to a file. Nothing was changed.</source>
        <translation>%1 最多为 %2，任何文件都不会获准超过此值。没有任何改动。</translation>
    </message>
    <message>
        <source>The region does not lie in %1, which is %2 pixels. Nothing was changed; name one inside of it.</source>
        <translation>该区域超出了 %1 的范围（%2 像素）。未做任何更改；请指定其中的区域。</translation>
    </message>
    <message>
        <source>a citation names a region of a video without the frame or time it lies on</source>
        <translation>某条引用标出了视频中的区域，却未写明所在的帧或时间</translation>
    </message>
    <message>
        <source>a citation names a time of a video at which no frame begins</source>
        <translation>某条引用的视频时间处没有任何一帧开始</translation>
    </message>
    <message>
        <source>a citation names a mark that the case does not have, or not any more</source>
        <translation>某条引用的标注不在本案之中，或已被移除</translation>
    </message>
    <message>
        <source>a citation names another place than the mark it is said to be made from</source>
        <translation>某条引用所指的位置与它所依据的标注不一致</translation>
    </message>
    <message>
        <source>a citation names a time of a video at which no frame begins; the frames next to it begin at the pts %1 and %2</source>
        <translation>某条引用的视频时间处没有任何一帧开始；前后两帧的 pts 为 %1 和 %2</translation>
    </message>
    <message>
        <source>a citation names a time of a video at which no frame begins; the frame next to it begins at the pts %1</source>
        <translation>某条引用的视频时间处没有任何一帧开始；最近一帧的 pts 为 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a time at which no frame of the video begins; the frames next to it begin at the pts %2 and %3. Nothing was changed; name one of them.</source>
        <translation>“%1”这一时间没有视频帧开始；相邻两帧的 pts 为 %2 和 %3。未作任何更改；请改用其中之一。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a time at which no frame of the video begins; the frame next to it begins at the pts %2. Nothing was changed; name that one.</source>
        <translation>“%1”这一时间没有视频帧开始；相邻一帧的 pts 为 %2。未作任何更改；请改用该帧。</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>signed for</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>never signed for</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>signed for by the receiver</source>
        <translation>收件人本人签收</translation>
    </message>
    <message>
        <source>not signed for by the receiver</source>
        <translation>非收件人本人签收</translation>
    </message>
    <message>
        <source>picked up by the carrier</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>no pick-up scan</source>
        <translation>无揽收记录</translation>
    </message>
    <message>
        <source>the goods are on their way back</source>
        <translation>商品已寄回</translation>
    </message>
    <message>
        <source>nothing sent back</source>
        <translation>尚未寄回</translation>
    </message>
    <message>
        <source>shipped after the promised time</source>
        <translation>超过承诺时间发货</translation>
    </message>
    <message>
        <source>shipped in time</source>
        <translation>按时发货</translation>
    </message>
    <message>
        <source>the merchant did not answer</source>
        <translation>商家未答复</translation>
    </message>
    <message>
        <source>the merchant answered</source>
        <translation>商家已答复</translation>
    </message>
    <message>
        <source>refused without a valid ground</source>
        <translation>无正当理由拒绝</translation>
    </message>
    <message>
        <source>no unfounded refusal</source>
        <translation>不存在无理拒绝</translation>
    </message>
    <message>
        <source>within seven days of signing</source>
        <translation>签收七日内</translation>
    </message>
    <message>
        <source>more than seven days after signing</source>
        <translation>签收已过七日</translation>
    </message>
    <message>
        <source>the last day was a rest day</source>
        <translation>最后一日为休息日</translation>
    </message>
    <message>
        <source>the last day was a working day</source>
        <translation>最后一日为工作日</translation>
    </message>
    <message>
        <source>ruled before for the same order</source>
        <translation>同一订单此前已裁决</translation>
    </message>
    <message>
        <source>not ruled before</source>
        <translation>此前未裁决</translation>
    </message>
    <message>
        <source>an appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>the first hearing</source>
        <translation>首次审理</translation>
    </message>
    <message>
        <source>with freight insurance</source>
        <translation>有运费险</translation>
    </message>
    <message>
        <source>no freight insurance</source>
        <translation>无运费险</translation>
    </message>
    <message>
        <source>the buyer&apos;s evidence did not come in time</source>
        <translation>买家举证已超时</translation>
    </message>
    <message>
        <source>no evidence of the buyer is overdue</source>
        <translation>买家无超时的举证</translation>
    </message>
    <message>
        <source>the merchant&apos;s evidence did not come in time</source>
        <translation>商家举证已超时</translation>
    </message>
    <message>
        <source>no evidence of the merchant is overdue</source>
        <translation>商家无超时的举证</translation>
    </message>
    <message>
        <source>filed as %1</source>
        <translation>申请理由：%1</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>认定理由：%1</translation>
    </message>
    <message>
        <source>merchant: %1</source>
        <translation>商家：%1</translation>
    </message>
    <message>
        <source>ground given: %1</source>
        <translation>拒绝理由：%1</translation>
    </message>
    <message>
        <source>seven-day label: %1</source>
        <translation>七天无理由：%1</translation>
    </message>
    <message>
        <source>applied on day %1 after signing</source>
        <translation>签收后第 %1 日申请</translation>
    </message>
    <message>
        <source>applied %1 h after signing</source>
        <translation>签收后 %1 小时申请</translation>
    </message>
    <message>
        <source>applied %1 h after the pick-up notice</source>
        <translation>取件通知后 %1 小时申请</translation>
    </message>
    <message>
        <source>the merchant&apos;s answer %1</source>
        <translation>商家第 %1 次答复</translation>
    </message>
    <message>
        <source>%1 % spoilt</source>
        <translation>坏损 %1%</translation>
    </message>
    <message>
        <source>merchant&apos;s share %1 %</source>
        <translation>商家责任 %1%</translation>
    </message>
    <message>
        <source>claimed %1</source>
        <translation>申请金额 %1</translation>
    </message>
    <message>
        <source>in dispute %1</source>
        <translation>争议金额 %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>实付 %1</translation>
    </message>
    <message>
        <source>gift worth %1</source>
        <translation>赠品价值 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>claims a part of what was paid</source>
        <translation>只主张部分款项</translation>
    </message>
    <message>
        <source>claims all that was paid</source>
        <translation>主张全部款项</translation>
    </message>
    <message>
        <source>no pick-up for %1 h after shipping</source>
        <translation>发货后 %1 小时未揽收</translation>
    </message>
    <message>
        <source>outbound freight %1</source>
        <translation>寄出运费 %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>applied %1 after signing</source>
        <translation>签收后 %1申请</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>%1, time zone not told</source>
        <translation>%1，未注明时区</translation>
    </message>
    <message>
        <source>%1 %2, here %3</source>
        <translation>%1 %2，本地时间 %3</translation>
    </message>
    <message>
        <source>Taken %1 before the order.</source>
        <translation>拍摄时间比下单早 %1。</translation>
    </message>
    <message>
        <source>Taken %1 before the goods were dispatched.</source>
        <translation>拍摄时间比发货早 %1。</translation>
    </message>
    <message>
        <source>Taken %1 before the parcel was signed for.</source>
        <translation>拍摄时间比签收早 %1。</translation>
    </message>
    <message>
        <source>Taken %1 after the parcel was signed for.</source>
        <translation>拍摄时间比签收晚 %1。</translation>
    </message>
    <message>
        <source>Taken %1 after the claim was filed.</source>
        <translation>拍摄时间比售后申请晚 %1。</translation>
    </message>
    <message>
        <source>Taken %1 after it was handed in, which cannot be: the device&apos;s clock is off or the file was changed.</source>
        <translation>拍摄时间比提交还晚 %1，这不可能：设备时钟不准，或文件后来有改动。</translation>
    </message>
    <message>
        <source>before the claim</source>
        <translation>在售后申请之前</translation>
    </message>
    <message>
        <source>before the order</source>
        <translation>在下单之前</translation>
    </message>
    <message>
        <source>before the goods were dispatched</source>
        <translation>在发货之前</translation>
    </message>
    <message>
        <source>before the parcel was signed for</source>
        <translation>在签收之前</translation>
    </message>
    <message>
        <source>after the parcel was signed for</source>
        <translation>在签收之后</translation>
    </message>
    <message>
        <source>after the claim was filed</source>
        <translation>在售后申请之后</translation>
    </message>
    <message>
        <source>after it was handed in</source>
        <translation>在提交之后</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Here it was between %1 and %2, as no time zone is told: it may be %3 or %4.</source>
        <translation>因未注明时区，本地时间在 %1 与 %2 之间：可能%3，也可能%4。</translation>
    </message>
    <message>
        <source>Whatever the time zone, it was taken %1.</source>
        <translation>无论哪个时区，拍摄时间都%1。</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最后改动</translation>
    </message>
    <message>
        <source>Changed %1 after it was handed in, which cannot be: a clock is off or the file was changed.</source>
        <translation>改动时间比提交还晚 %1，这不可能：时钟不准，或文件后来有改动。</translation>
    </message>
    <message>
        <source>Saved again %1 after it was taken; turning or shrinking does that too.</source>
        <translation>拍摄 %1后又保存过；旋转或缩小图片也会如此。</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>写入程序</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Saved by %1, which can change pictures; harmless changes leave this trace too.</source>
        <translation>由 %1 保存，该软件可以修改图片；无关紧要的改动也会留下这一痕迹。</translation>
    </message>
    <message>
        <source>Written again by a converter, as chat apps do.</source>
        <translation>经转换程序重新写入，聊天软件通常如此。</translation>
    </message>
    <message>
        <source>%1° S</source>
        <translation>南纬 %1°</translation>
    </message>
    <message>
        <source>%1° N</source>
        <translation>北纬 %1°</translation>
    </message>
    <message>
        <source>%1° W</source>
        <translation>西经 %1°</translation>
    </message>
    <message>
        <source>%1° E</source>
        <translation>东经 %1°</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>the file tells one</source>
        <translation>文件中带有位置</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>%1 附近</translation>
    </message>
    <message>
        <source>Within about 10 km; the exact place is personal data.</source>
        <translation>精确到约 10 公里；确切位置属于个人信息。</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>像素尺寸</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>The file says nothing about itself; that is usual for what comes from chat apps.</source>
        <translation>文件没有自述信息；来自聊天软件的文件通常如此。</translation>
    </message>
    <message>
        <source>Embedded preview</source>
        <translation>内嵌预览图</translation>
    </message>
    <message>
        <source>shows something else</source>
        <translation>与图片内容不同</translation>
    </message>
    <message>
        <source>The small picture inside the file does not match it: it was cropped or exchanged after it was taken, or a program left an old preview behind.</source>
        <translation>文件内的小图与图片对不上：可能是拍摄后经过裁剪或替换，也可能是软件留下了旧的预览图。</translation>
    </message>
    <message>
        <source>Content credentials</source>
        <translation>内容凭证</translation>
    </message>
    <message>
        <source>carried, unchecked</source>
        <translation>带有，未经核验</translation>
    </message>
    <message>
        <source>The file brings a signed record of its making; nobody has checked it here.</source>
        <translation>文件带有经签名的生成记录；本台未作核验。</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Made at the desk</source>
        <translation>仲裁台制作</translation>
    </message>
    <message>
        <source>Nobody handed it in.</source>
        <translation>并非任何一方提交。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>sound, but no pictures</source>
        <translation>有声音，没有画面</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>not played (%1)</source>
        <translation>不播放（%1）</translation>
    </message>
    <message>
        <source>The film has sound, of a kind that cannot be played here.</source>
        <translation>该视频有声音，但其编码无法在此播放。</translation>
    </message>
    <message>
        <source>Frames with one time</source>
        <translation>时间相同的帧</translation>
    </message>
    <message numerus="yes">
        <source>%n not shown</source>
        <translation>
            <numerusform>%n 帧不显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Of frames that have the same time one is shown.</source>
        <translation>时间相同的帧只显示其中一帧。</translation>
    </message>
    <message>
        <source>Second recording</source>
        <translation>另一段录像</translation>
    </message>
    <message>
        <source>behind the end of this one, not shown</source>
        <translation>位于本段末尾之后，不显示</translation>
    </message>
    <message>
        <source>It looks as if two files were put into one. Ask for the other as a file by itself.</source>
        <translation>看起来像是两个文件被合成了一个。请要求对方单独提交另一个文件。</translation>
    </message>
</context>
<context>
    <name>FilmHints</name>
    <message>
        <source>Frame before</source>
        <translation>前一帧</translation>
    </message>
    <message>
        <source>Frame after</source>
        <translation>后一帧</translation>
    </message>
    <message>
        <source>Continuity</source>
        <translation>连贯性</translation>
    </message>
    <message>
        <source>being looked through, %1 %</source>
        <translation>正在检查，已完成 %1 %</translation>
    </message>
    <message>
        <source>could not be looked through</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>no interruption noticed</source>
        <translation>未发现中断</translation>
    </message>
    <message numerus="yes">
        <source>%n possible interruption(s)</source>
        <translation>
            <numerusform>%n 处可能的中断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more on the timeline</source>
        <translation>
            <numerusform>另有 %n 处，见时间轴</numerusform>
        </translation>
    </message>
    <message>
        <source>Bar codes</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>being looked for</source>
        <translation>正在识别</translation>
    </message>
    <message>
        <source>could not be looked for</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>none read</source>
        <translation>未读到</translation>
    </message>
    <message>
        <source>Codes that are small, blurred or turned away are often not read; it says nothing about the parcel.</source>
        <translation>过小、模糊或侧向的条码常常读不出来；这不说明包裹有什么问题。</translation>
    </message>
    <message>
        <source>It may be another parcel, a number of the carrier&apos;s own, or a label that was used before.</source>
        <translation>可能是另一个包裹，可能是承运商内部的编号，也可能是旧面单。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>possible interruption at %1</source>
        <translation>%1 处可能有中断</translation>
    </message>
    <message>
        <source>possible interruption at %1: one view fades into another</source>
        <translation>%1 处可能有中断：一个画面渐变为另一个画面</translation>
    </message>
    <message>
        <source>the view was covered, or it was dark, from %1 to %2</source>
        <translation>%1 至 %2 画面被遮挡，或光线很暗</translation>
    </message>
    <message>
        <source>a flash of light at %1</source>
        <translation>%1 处有闪光</translation>
    </message>
    <message>
        <source>the picture stands still from %1 to %2</source>
        <translation>%1 至 %2 画面静止</translation>
    </message>
    <message>
        <source>frames are missing from %1 to %2</source>
        <translation>%1 至 %2 缺少画面</translation>
    </message>
    <message>
        <source>the sound breaks off from %1 to %2</source>
        <translation>%1 至 %2 声音中断</translation>
    </message>
    <message>
        <source>waybill matches at %1</source>
        <translation>%1 处运单号相符</translation>
    </message>
    <message>
        <source>waybill matches</source>
        <translation>运单号相符</translation>
    </message>
    <message>
        <source>waybill of the return matches at %1</source>
        <translation>%1 处退货运单号相符</translation>
    </message>
    <message>
        <source>waybill of the return matches</source>
        <translation>退货运单号相符</translation>
    </message>
    <message>
        <source>another waybill at %1: %2</source>
        <translation>%1 处为另一运单号：%2</translation>
    </message>
    <message>
        <source>another waybill: %1</source>
        <translation>另一运单号：%1</translation>
    </message>
    <message>
        <source>another code at %1: %2</source>
        <translation>%1 处为其他条码：%2</translation>
    </message>
    <message>
        <source>another code: %1</source>
        <translation>其他条码：%1</translation>
    </message>
    <message>
        <source>damaged pictures from %1 to %2: the film cannot be judged there</source>
        <translation>%1 至 %2 画面损坏：此段视频无法判断</translation>
    </message>
    <message>
        <source>How often this hint is right was not counted.</source>
        <translation>这种提示有多准，没有统计过。</translation>
    </message>
    <message>
        <source>One view seems to fade into another. A slow turn, light that goes down or a lens that focuses anew can look like it.</source>
        <translation>一个画面似乎渐渐变成了另一个画面。慢慢转动镜头、光线变暗或重新对焦，看起来也可能是这样。</translation>
    </message>
    <message>
        <source>What happened meanwhile cannot be seen. A hand, a box or a pocket before the lens does that, and so does a dark room.</source>
        <translation>这段时间里发生了什么，看不到。手、箱子或口袋挡住镜头会这样，房间很暗也会这样。</translation>
    </message>
    <message>
        <source>A lamp, the sun or another camera does that; it is told so that nobody takes it for a cut.</source>
        <translation>灯、阳光或别的相机会造成这种情况；这里说明，是为了不让人把它当成剪切。</translation>
    </message>
    <message>
        <source>A phone that lies still before things that lie still looks like it, and so do a recording that froze and a picture that was put in.</source>
        <translation>手机放着不动，拍的东西也不动，看起来就是这样；录制卡住了，或者放进了一张图片，也是这样。</translation>
    </message>
    <message>
        <source>The time stamps leave something out. Phones that are short of power or storage do that, and so does cutting without writing the film anew.</source>
        <translation>时间戳中间缺了一段。手机电量或存储空间不足时会这样，剪掉一段而不重新编码也会这样。</translation>
    </message>
    <message>
        <source>The picture goes on without its sound. A call, another program that takes the microphone, or cutting does that.</source>
        <translation>画面继续，声音没有了。来电话、别的程序占用了麦克风，或者剪切，都会这样。</translation>
    </message>
    <message>
        <source>On the labelled set of this program it found %1 of %2 cuts and pointed %3 times where none was. Those films are made up; real ones may do worse.</source>
        <translation>在本程序的标注样本上，%2 处剪接中找到 %1 处，另有 %3 次指向并无剪接的位置。样本是人工合成的，真实视频的效果可能更差。</translation>
    </message>
    <message>
        <source>A hint to look there, no more: the picture jumps, whatever the reason. Whip pans, flashes, a covered lens, dropped frames and damage that no decoder notices (HEVC, VP9) do that too, and a careful cut may not.</source>
        <translation>这只是提示您看一看，并不是结论：画面在此处跳变，原因不明。快速甩镜头、闪光、镜头被遮挡、丢帧，以及解码器察觉不到的损坏（HEVC、VP9），也会造成跳变；而细心的剪接可能不留痕迹。</translation>
    </message>
    <message>
        <source>The file is broken there, as by a bad upload or a failing card. Its pictures are not what was filmed, and no other hint is given there. Only what the decoder notices is told: in HEVC and VP9 films damaged pictures are often shown without a word.</source>
        <translation>文件在这里已损坏，例如上传中断或存储卡故障。画面并非所拍内容，此处不再给出其他提示。这里只能告知解码器察觉到的损坏：在 HEVC 和 VP9 视频中，损坏的画面往往会照常显示，没有任何提示。</translation>
    </message>
    <message>
        <source>a waybill number was read at %1: %2; it is not that of the return, and the order has none to compare it with</source>
        <translation>%1 处读到运单号 %2；它不是退货运单号，而订单没有可比对的运单号</translation>
    </message>
    <message>
        <source>a waybill number was read at %1: %2; this case has none to compare it with</source>
        <translation>%1 处读到运单号 %2；本案没有可比对的运单号</translation>
    </message>
    <message>
        <source>a waybill number was read: %1; it is not that of the return, and the order has none to compare it with</source>
        <translation>读到运单号 %1；它不是退货运单号，而订单没有可比对的运单号</translation>
    </message>
    <message>
        <source>a waybill number was read: %1; this case has none to compare it with</source>
        <translation>读到运单号 %1；本案没有可比对的运单号</translation>
    </message>
    <message>
        <source>On the labelled set of this program it was given at %1 of %2 covered lenses. Those films are made up; real ones may do worse.</source>
        <translation>在本程序的标注样本上，%2 处镜头被遮挡中提示了 %1 处。样本是人工合成的，真实视频的效果可能更差。</translation>
    </message>
    <message>
        <source>On the labelled set of this program it was given at %1 of %2 flashes. Those films are made up; real ones may do worse.</source>
        <translation>在本程序的标注样本上，%2 处闪光中提示了 %1 处。样本是人工合成的，真实视频的效果可能更差。</translation>
    </message>
    <message>
        <source>the sound begins late, at %1</source>
        <translation>声音开始得晚，从 %1 才有</translation>
    </message>
    <message>
        <source>another recording begins at %1: the clock of the file starts again</source>
        <translation>%1 处开始另一段录制：文件的时钟在此重新计时</translation>
    </message>
    <message>
        <source>behind its end the file holds another recording, which is not shown</source>
        <translation>本视频结束之后，文件中还有另一段录制，未予显示</translation>
    </message>
    <message>
        <source>This is read from the file, not guessed from its pictures.</source>
        <translation>此提示由文件本身读出，并非由画面推测。</translation>
    </message>
    <message>
        <source>Files put behind each other look like it, and so does a camera or a program that was started again while it wrote one file. What happened in between, and for how long, cannot be seen.</source>
        <translation>几个文件前后相接会如此，相机或软件在写同一文件时重新启动也会如此。其间发生了什么、过了多久，都看不到。</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>the file holds more than is shown</source>
        <translation>文件中还有未显示的内容</translation>
    </message>
    <message>
        <source>On the labelled set of this program it found %1 of %2 dissolves and pointed %3 times where no cut was. Those films are made up; real ones may do worse.</source>
        <translation>在本程序的标注样本上，%2 处渐变中找到 %1 处，另有 %3 次指向并无剪接的位置。样本是人工合成的，真实视频的效果可能更差。</translation>
    </message>
    <message>
        <source>the pictures have another size from %1 on</source>
        <translation>从 %1 起画面尺寸不同</translation>
    </message>
    <message>
        <source>It looks as if two files were put into one, and players show one of them. Ask for the other as a file by itself before judging what this one leaves out.</source>
        <translation>看起来像是两个文件被合成了一个，播放器只显示其中一个。在判断此视频缺少什么之前，请要求对方单独提交另一个文件。</translation>
    </message>
    <message>
        <source>Two recordings put into one look like it, and so do calls, screens that were turned while they were recorded, and programs that save bandwidth. The pictures are fitted into the size of the first ones.</source>
        <translation>两段录像合在一起会这样，通话录像、录制时旋转的屏幕和节省流量的程序也会这样。画面已按开头画面的尺寸缩放显示。</translation>
    </message>
</context>
<context>
    <name>FilmSpan</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>It would have begun before the parcel was signed for and ended %1 after.</source>
        <translation>照此推算，视频在签收前开始，在签收后 %1 结束。</translation>
    </message>
    <message>
        <source>It may have begun before the parcel was signed for and ended after; that depends on the time zone.</source>
        <translation>视频可能在签收前开始、签收后结束；这取决于时区，无法确定。</translation>
    </message>
    <message>
        <source>It would have ended %1 after the claim was filed, though it began before.</source>
        <translation>照此推算，视频在售后申请前开始，在申请后 %1 才结束。</translation>
    </message>
    <message>
        <source>It may have ended after the claim was filed, though it began before; that depends on the time zone.</source>
        <translation>视频可能在售后申请前开始、申请后才结束；这取决于时区，无法确定。</translation>
    </message>
    <message>
        <source>It would have ended %1 after it was handed in, which cannot be: the device&apos;s clock is off or the file was changed.</source>
        <translation>照此推算，视频在提交后 %1 才结束，这不可能：设备时钟不准，或文件后来有改动。</translation>
    </message>
    <message>
        <source>It is %1 longer than the time between signing for the parcel and filing the claim.</source>
        <translation>视频比签收到售后申请之间的时间还长 %1。</translation>
    </message>
    <message>
        <source>By its length</source>
        <translation>按时长推算</translation>
    </message>
    <message>
        <source>%1; the file does not tell when</source>
        <translation>%1；文件未注明拍摄时间</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1; when is uncertain, as no time zone is told</source>
        <translation>%1；未注明时区，具体时间无法确定</translation>
    </message>
    <message>
        <source>Some devices tell when a recording ended, not when it began: then all of it lies %1 earlier.</source>
        <translation>有些设备记录的是拍摄结束的时间，而不是开始的时间：那样整段视频要早 %1。</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>not overdue</source>
        <translation>未超时</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>%1 内到期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>the first of several, and how many more</comment>
        <translation>%1 等，另有 %2 项</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>not parked</source>
        <translation>未搁置</translation>
    </message>
    <message>
        <source>kept for somebody</source>
        <translation>已保留给某人</translation>
    </message>
    <message>
        <source>kept for nobody</source>
        <translation>未保留</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>保留给 %1</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>搁置与保留</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>¥%1</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Date and time in a row, e.g. &quot;12 Oct 09:05&quot;.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>overdue %1 · %2</source>
        <translation>已超时 %1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>the queue, in the order and with the filters of the window</source>
        <translation>待办队列，次序和筛选与窗口相同</translation>
    </message>
    <message>
        <source>take a case, or the next one</source>
        <translation>领取一件案件，或领取下一件</translation>
    </message>
    <message>
        <source>let a case go</source>
        <translation>放回一件案件</translation>
    </message>
    <message>
        <source>let a case go, with the reason why</source>
        <translation>跳过一件案件，并说明原因</translation>
    </message>
    <message>
        <source>take a case from its holder; the draft goes along</source>
        <translation>从持有人处接手案件；草稿一并移交</translation>
    </message>
    <message>
        <source>hand a case to the supervisor</source>
        <translation>把案件转主管</translation>
    </message>
    <message>
        <source>reserve a waiting case for a person</source>
        <translation>把待裁决的案件留给某人</translation>
    </message>
    <message>
        <source>change a case&apos;s tags</source>
        <translation>修改案件的标签</translation>
    </message>
    <message>
        <source>give the parties time to agree</source>
        <translation>给双方协商时间</translation>
    </message>
    <message>
        <source>close a case on what the parties agreed</source>
        <translation>按双方约定结案</translation>
    </message>
    <message>
        <source>the buyer took the application back</source>
        <translation>买家撤销了介入申请</translation>
    </message>
    <message>
        <source>stop a case and its clocks</source>
        <translation>中止案件，计时暂停</translation>
    </message>
    <message>
        <source>go on with a suspended case</source>
        <translation>恢复已中止的案件</translation>
    </message>
    <message>
        <source>ask a party for evidence</source>
        <translation>向一方要求举证</translation>
    </message>
    <message>
        <source>add an exhibit that arrived later</source>
        <translation>补充后到的证据</translation>
    </message>
    <message>
        <source>a desk on a working day, to try everything; --advance moves its clock (4h, 1d)</source>
        <translation>一个工作日的仲裁台，供试用全部功能；--advance 拨动其时钟（4h、1d）</translation>
    </message>
    <message>
        <source>the database: make, update, check, save, restore</source>
        <translation>数据库：新建、升级、检查、备份、恢复</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>conflicts of interest: cases that a person is never offered</source>
        <translation>回避：不向某人分派的案件</translation>
    </message>
    <message>
        <source>the desk&apos;s policy</source>
        <translation>仲裁台的各项设定</translation>
    </message>
    <message>
        <source>prints a JSON Schema</source>
        <translation>输出 JSON Schema</translation>
    </message>
    <message>
        <source>what works here, and how to mend what does not</source>
        <translation>检查哪些可用，不可用的如何修复</translation>
    </message>
    <message>
        <source>rule books: what they say, whether one is sound, why it suggests what it suggests</source>
        <translation>规则手册：内容、是否可用、为何给出该建议</translation>
    </message>
    <message>
        <source>deadlines and the years of working days behind them</source>
        <translation>期限，以及计算期限所用的各年工作日</translation>
    </message>
    <message>
        <source>sign a ruling, through the checks of the window</source>
        <translation>签署裁决，经过与窗口相同的检查</translation>
    </message>
    <message>
        <source>put a ruling that waits for approval into effect</source>
        <translation>使待复核的裁决生效</translation>
    </message>
    <message>
        <source>send a drafted ruling back to its author</source>
        <translation>把拟裁退回起草人修改</translation>
    </message>
    <message>
        <source>take a ruling back before execution starts</source>
        <translation>在执行开始前撤回裁决</translation>
    </message>
    <message>
        <source>a party appeals; a new round by somebody else</source>
        <translation>一方申诉；由他人审理新一轮</translation>
    </message>
    <message>
        <source>open a new round of the desk&apos;s own accord</source>
        <translation>由仲裁台主动开启新一轮</translation>
    </message>
    <message>
        <source>a supervisor&apos;s report; whole days in platform time, both included</source>
        <translation>主管报表；按平台时间的整日计算，首尾两日均含在内</translation>
    </message>
    <message>
        <source>time-outs and what must be carried out because of rulings</source>
        <translation>超时事项，以及因裁决需要执行的任务</translation>
    </message>
    <message>
        <source>first rows of the queue against the bare query</source>
        <translation>队列首屏，与单独查询对照</translation>
    </message>
    <message>
        <source>importing bundles against inflating, hashing and syncing the same files</source>
        <translation>导入案件包，与对同样的文件解压、校验、落盘对照</translation>
    </message>
    <message>
        <source>built-in benchmarks, each against the bare library in the same run</source>
        <translation>内置基准测试，每项都在同一次运行中与底层库对照</translation>
    </message>
    <message>
        <source>bundles, folders of bundles, case lists (.jsonl); one result per input</source>
        <translation>案件包、案件包文件夹、案件列表（.jsonl）；每项输入给出一个结果</translation>
    </message>
    <message>
        <source>a sealed case file with ruling and audit trail, unmasked; supervisors</source>
        <translation>封存的案卷，含裁决和审计记录，未脱敏；限主管</translation>
    </message>
    <message>
        <source>checks a sealed file without any database, or the database&apos;s audit trail</source>
        <translation>核验封存的案卷（不需要数据库），或核验数据库的审计记录</translation>
    </message>
    <message>
        <source>prints a completion script, or the manual page</source>
        <translation>输出补全脚本，或手册页</translation>
    </message>
    <message>
        <source>start to usable window, and its memory with cases and films open, against an empty window</source>
        <translation>启动到可用窗口的时间，以及打开案件和影片后的内存，与空窗口对比</translation>
    </message>
    <message>
        <source>a case in the window until its first exhibit is on show; reading a case against reading its rows</source>
        <translation>在窗口中打开案件到首个证据显示；读取案件与直接读取各行对比</translation>
    </message>
    <message>
        <source>the queue of a million cases: first rows, jumps, sorts, filters, free text, stalls and memory</source>
        <translation>百万案件的队列：首屏、跳转、排序、筛选、全文搜索、停顿与内存</translation>
    </message>
    <message>
        <source>claims against the bare statement on SQLite</source>
        <translation>SQLite 上的领取，与单独的语句对比</translation>
    </message>
    <message>
        <source>claims of 32 clients against the same statements in pgbench; needs --db with an empty PostgreSQL database</source>
        <translation>32 个客户端同时领取，与 pgbench 中相同的语句对比；需要用 --db 指定一个空的 PostgreSQL 数据库</translation>
    </message>
    <message>
        <source>put a case aside until a time (RFC 3339 or a clock such as workdays:1); it comes back earlier when evidence arrives</source>
        <translation>把案件搁置到某个时间（RFC 3339 或 workdays:1 这样的时限）；证据提前到达时会提前回到队列</translation>
    </message>
    <message>
        <source>one wish for many cases, each on its own; --preview only says what would become of each</source>
        <translation>对多件案件做同一操作，逐件进行；--preview 只说明每件会怎样</translation>
    </message>
    <message>
        <source>views of the queue that a person keeps under a name</source>
        <translation>个人命名保存的队列视图</translation>
    </message>
    <message>
        <source>what one is told and has not read yet; --read puts it aside</source>
        <translation>尚未阅读的通知；--read 标为已读</translation>
    </message>
    <message>
        <source>who looks at which case now</source>
        <translation>现在谁在查看哪件案件</translation>
    </message>
    <message>
        <source>JPEGs of 12, 48 and 100 megapixels through the locked-in helper against bare libjpeg-turbo; painting a linked pair; switching</source>
        <translation>1200 万、4800 万与 1 亿像素的 JPEG 经隔离的辅助进程解码，与纯 libjpeg-turbo 相比；联动绘制；切换</translation>
    </message>
    <message>
        <source>the case file with clocks, findings, marks, suggestion, ruling and tasks</source>
        <translation>案卷：时限、认定、标注、建议、裁决与任务</translation>
    </message>
    <message>
        <source>point something out on a picture or page, in pixels of the upright picture (X,Y,W,H for rectangle and ellipse, points for the others), or remove a mark</source>
        <translation>在图片或页面上添加标注，以摆正后图片的像素为单位（矩形和椭圆用 X,Y,W,H，其余形状用各点坐标）；或移除标注</translation>
    </message>
    <message>
        <source>panning and zooming a timeline of many events: CPU for each painting; making it</source>
        <translation>平移和缩放有大量事件的时间线：每次绘制的 CPU 时间；以及生成时间</translation>
    </message>
    <message>
        <source>everything of a case that has a time, on one clock, and hints where times do not fit together</source>
        <translation>把案件中所有带时间的内容放在同一时钟上，并提示相互对不上的时间</translation>
    </message>
    <message>
        <source>importing an exported chat of so many MB against reading and decoding the file</source>
        <translation>导入指定兆字节的导出聊天记录，对比直接读取并解码该文件</translation>
    </message>
    <message>
        <source>the platform&apos;s log of a case, an exported chat among its exhibits, or one in a file: every message, the lines that were not understood, and where the export differs from the log; with --strict the status is 3 when a line was not understood</source>
        <translation>案件的平台聊天记录、证据中的导出聊天记录或文件中的聊天记录：列出每条消息、未能读懂的行，以及导出记录与平台记录的不同之处；加上 --strict 后，有未读懂的行时状态为 3</translation>
    </message>
    <message>
        <source>add a note for the desk, pinned to a place of the evidence or to none; @NAME tells a colleague. Or list the notes, or remove one</source>
        <translation>写一条内部备注，可以钉在证据的某处，也可以不钉；@姓名 会通知同事。也可列出备注或移除一条</translation>
    </message>
    <message>
        <source>words in made-up chat screenshots through the locked-in reader: characters read right, and time a shot; needs fonts-noto-cjk</source>
        <translation>用受限进程识别生成的聊天截图：识别正确的字数和每张用时；需要 fonts-noto-cjk</translation>
    </message>
    <message>
        <source>1080p films through the locked-in helper against bare libav and mpv: exact seeks, steps back, first frame, thumbnails, playing, two in step; needs ffmpeg</source>
        <translation>1080p 影片经过受限的解码进程，与单纯使用 libav 及 mpv 相比：精确跳转、逐帧后退、第一帧、缩略图、播放、两段同步；需要 ffmpeg</translation>
    </message>
    <message>
        <source>a chat of so many messages in the window: first lines, search, and the longest stall while scrolling</source>
        <translation>窗口中指定条数的聊天记录：首屏文字、搜索，以及滚动时的最长停顿</translation>
    </message>
    <message>
        <source>where in a case words stand: chat, answers, notes, captions, exported chats and texts, and what a machine read in its pictures, which is no evidence by itself</source>
        <translation>文字出现在案件的何处：聊天、答复、备注、说明文字、导出的聊天与文字材料，以及机器从图片中识别的文字（本身不作为证据）</translation>
    </message>
    <message>
        <source>a PDF that tells one side how its case was decided, with nothing of the other side&apos;s data</source>
        <translation>告知一方裁决结果的 PDF，不含另一方的个人数据</translation>
    </message>
    <message>
        <source>make an exhibit of a frame of a film, or of a region of a picture, page or frame; with --ocr a text of the words that a machine reads there, without numbers, which is no evidence by itself; it names its source</source>
        <translation>把视频的一帧，或图片、页面、帧的一个区域做成证据；加 --ocr 则把机器在那里识别的文字做成文本，不含数字，本身不是证据；它会写明来源</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Came in</source>
        <translation>进入工作台</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Handed to a supervisor</source>
        <translation>转交主管</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>标签变更</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>写下备注</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>要求补充证据</translation>
    </message>
    <message>
        <source>Evidence handed in later</source>
        <translation>补交证据</translation>
    </message>
    <message>
        <source>A side has handed in all it has</source>
        <translation>一方表示举证完毕</translation>
    </message>
    <message>
        <source>Negotiation began</source>
        <translation>开始协商</translation>
    </message>
    <message>
        <source>The parties settled</source>
        <translation>双方和解</translation>
    </message>
    <message>
        <source>Hold ran out</source>
        <translation>保留期满</translation>
    </message>
    <message>
        <source>Evidence did not come in time</source>
        <translation>举证超时</translation>
    </message>
    <message>
        <source>Negotiation ended without a settlement</source>
        <translation>协商未成</translation>
    </message>
    <message>
        <source>Withdrawn by the buyer</source>
        <translation>买家撤销</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation>裁决</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>复核通过</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Appealed</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Ruling reversed</source>
        <translation>改判</translation>
    </message>
    <message>
        <source>Execution began</source>
        <translation>开始执行</translation>
    </message>
    <message>
        <source>The platform acted in the merchant&apos;s place</source>
        <translation>平台代商家执行</translation>
    </message>
    <message>
        <source>Step sent for execution</source>
        <translation>执行步骤已送出</translation>
    </message>
    <message>
        <source>Step refused by the executing system</source>
        <translation>执行系统拒绝该步骤</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>执行步骤完成</translation>
    </message>
    <message>
        <source>Step failed</source>
        <translation>执行步骤失败</translation>
    </message>
    <message>
        <source>Step overdue</source>
        <translation>执行步骤超时</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>交给 %1</translation>
    </message>
    <message>
        <source>held by %1 before</source>
        <translation>此前由 %1 持有</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>增加：%1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>去掉：%1</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Hold ended by a supervisor</source>
        <translation>主管解除持有</translation>
    </message>
    <message>
        <source>Put back as it was before</source>
        <translation>恢复为先前的状态</translation>
    </message>
    <message>
        <source>Undo signing</source>
        <translation>取消签署</translation>
    </message>
    <message>
        <source>Evidence marked</source>
        <translation>已标注证据</translation>
    </message>
    <message>
        <source>Mark removed</source>
        <translation>已移除标注</translation>
    </message>
    <message>
        <source>Mark corrected</source>
        <translation>已更正标注</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>移除备注</translation>
    </message>
    <message>
        <source>Exhibit made at the desk</source>
        <translation>仲裁台制作证据</translation>
    </message>
    <message>
        <source>was parked %1</source>
        <comment>%1: until when</comment>
        <translation>此前搁置%1</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Imported: %1. Already present: %2. Not imported: %3.</source>
        <translation>已导入：%1。已存在：%2。未导入：%3。</translation>
    </message>
    <message>
        <source>There is no file %1. Nothing was opened; check the path.</source>
        <translation>找不到文件 %1。未打开任何内容，请检查路径。</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>%1 was not imported: %2 Nothing was written.</source>
        <translation>未导入 %1：%2没有写入任何内容。</translation>
    </message>
    <message>
        <source>%1: case %2 was imported.</source>
        <translation>%1：案件 %2 已导入。</translation>
    </message>
    <message>
        <source>%1: case %2 is already present.</source>
        <translation>%1：案件 %2 已存在。</translation>
    </message>
    <message>
        <source>%1: case %2 (%3) came in from “%5” with other content (%4). The first one stays; correct the case number of one of them.</source>
        <translation>%1：案件 %2（%3）已从“%5”以不同内容（%4）导入。保留先导入的一份；请更正其中一份的案件编号。</translation>
    </message>
    <message>
        <source>%1: case %2 (%3) is stored with other content (%4). The stored one stays; give new evidence as a supplement, or correct the case number.</source>
        <translation>%1：案件 %2（%3）已以另一内容（%4）保存。保留已保存的一份；新证据请作为补充材料提交，或更正案件编号。</translation>
    </message>
    <message>
        <source>%1 was not imported: %2 (at %3). Nothing was written. Correct it and import again.</source>
        <translation>未导入 %1：%2（位置：%3）。没有写入任何内容。请更正后重新导入。</translation>
    </message>
    <message>
        <source>%1 Messages of the chat name evidence that is not there: %2.</source>
        <translation>%1聊天记录提到了案件包里没有的证据：%2。</translation>
    </message>
    <message>
        <source>%1 Text marks without a text were kept as they are, so that what cites them still opens: %2.</source>
        <translation>%1没有文字的文字标注已原样保留，引用它们之处仍可打开：%2。</translation>
    </message>
</context>
<context>
    <name>IntakeError</name>
    <message>
        <source>There is no such file or folder. Check the path.</source>
        <translation>没有这个文件或文件夹。请核对路径。</translation>
    </message>
    <message>
        <source>“%1” cannot be read (%2). Check the permissions and the disk.</source>
        <translation>无法读取“%1”（%2）。请检查权限和磁盘。</translation>
    </message>
    <message>
        <source>This is no case bundle: neither a zip, nor a folder with bagit.txt, nor a .jsonl list.</source>
        <translation>这不是案件包：既不是 zip，也不是带有 bagit.txt 的文件夹或 .jsonl 列表。</translation>
    </message>
    <message>
        <source>Stopped before this one was taken in. Import it again when you like.</source>
        <translation>在收入这一件之前已停止。可以随时重新导入。</translation>
    </message>
    <message>
        <source>This role may not import. Ask a reviewer or supervisor.</source>
        <translation>这一角色不能导入。请找仲裁专员或主管。</translation>
    </message>
    <message>
        <source>The zip is damaged or inconsistent at “%1” (%2). Have it exported again.</source>
        <translation>zip 在“%1”处损坏或前后不一致（%2）。请重新导出。</translation>
    </message>
    <message>
        <source>“%1” is encrypted. Bundles must come without a password.</source>
        <translation>“%1”已加密。案件包不得带密码。</translation>
    </message>
    <message>
        <source>“%1” is packed in a way (method %2) that bundles do not use. Only stored and deflated files are read.</source>
        <translation>“%1”的压缩方式（方法 %2）不用于案件包。只读取 stored 和 deflate 的文件。</translation>
    </message>
    <message>
        <source>“%1” is a link. Put the file itself in its place.</source>
        <translation>“%1”是链接。请换成文件本身。</translation>
    </message>
    <message>
        <source>“%1” is neither a file nor a folder. Take it out.</source>
        <translation>“%1”既不是文件也不是文件夹。请将其移出。</translation>
    </message>
    <message>
        <source>“%1” does not have the size that is stated (%2). Have the bundle exported again.</source>
        <translation>“%1”的大小与所写的不符（%2）。请重新导出案件包。</translation>
    </message>
    <message>
        <source>“%1” is larger than the desk&apos;s limit of %2 bytes a file. Shorten it, or ask an administrator.</source>
        <translation>“%1”超过仲裁台对单个文件的上限 %2 字节。请缩短文件，或联系管理员。</translation>
    </message>
    <message>
        <source>The files together are larger than the desk&apos;s limit of %2 bytes; it is passed at “%1”.</source>
        <translation>文件合计超过仲裁台的上限 %2 字节；到“%1”时超出。</translation>
    </message>
    <message>
        <source>“%1” grows to more than %2 times its packed size, as a zip bomb does. Store it uncompressed if it is genuine.</source>
        <translation>“%1”解压后超过压缩大小的 %2 倍，与压缩炸弹相似。如内容属实，请不压缩存入。</translation>
    </message>
    <message>
        <source>The name “%1” is absolute. Names must be relative to the bundle.</source>
        <translation>名称“%1”是绝对路径。名称须相对于案件包。</translation>
    </message>
    <message>
        <source>The name “%1” has a backslash. Folders are separated by “/”.</source>
        <translation>名称“%1”含有反斜杠。文件夹用“/”分隔。</translation>
    </message>
    <message>
        <source>The name “%1” begins with a drive letter. Names must be relative to the bundle.</source>
        <translation>名称“%1”以盘符开头。名称须相对于案件包。</translation>
    </message>
    <message>
        <source>The name “%1” has control characters in it. Rename the file.</source>
        <translation>名称“%1”含有控制字符。请重命名该文件。</translation>
    </message>
    <message>
        <source>The name “%1” is not UTF-8. Pack the bundle with a program that writes names in UTF-8.</source>
        <translation>名称“%1”不是 UTF-8。请用按 UTF-8 写入名称的程序打包。</translation>
    </message>
    <message>
        <source>The name “%1” is not possible on every system (%2). Rename the file.</source>
        <translation>名称“%1”并非在所有系统上都可用（%2）。请重命名该文件。</translation>
    </message>
    <message>
        <source>The name “%1” is longer than %2 bytes. Rename the file.</source>
        <translation>名称“%1”超过 %2 字节。请重命名该文件。</translation>
    </message>
    <message>
        <source>The names “%1” and “%2” are the same, at least where case or the form of accents does not count. Rename one.</source>
        <translation>名称“%1”与“%2”相同，至少在不区分大小写或重音形式时如此。请重命名其中一个。</translation>
    </message>
    <message>
        <source>bagit.txt is missing at the top of the bundle. Pack the contents of the folder, not the folder itself.</source>
        <translation>案件包顶层缺少 bagit.txt。请打包文件夹里的内容，而不是文件夹本身。</translation>
    </message>
    <message>
        <source>“%1” is not what a bag needs (%2). See the format of bundles.</source>
        <translation>“%1”不符合 BagIt 的要求（%2）。请参阅案件包的格式说明。</translation>
    </message>
    <message>
        <source>“%1” is missing. Every bundle carries a list of its files with their SHA-256.</source>
        <translation>缺少“%1”。每个案件包都须带有文件及其 SHA-256 的清单。</translation>
    </message>
    <message>
        <source>“%1” has a line that cannot be read: %2.</source>
        <translation>“%1”中有一行无法读取：%2。</translation>
    </message>
    <message>
        <source>The bundle wants files to be fetched from elsewhere (“%1”). Put all files into the bundle.</source>
        <translation>案件包要求从别处获取文件（“%1”）。请把全部文件放入案件包。</translation>
    </message>
    <message>
        <source>“%1” is in the bundle but not in %2. Add it to the list or take it out.</source>
        <translation>“%1”在案件包中，但不在 %2 中。请补入清单或将其移出。</translation>
    </message>
    <message>
        <source>“%1” is in the bundle but case.json does not name it. Name it as an exhibit or take it out.</source>
        <translation>“%1”在案件包中，但 case.json 没有列出。请列为证据或将其移出。</translation>
    </message>
    <message>
        <source>“%1”, which %2 names, is missing.</source>
        <translation>缺少 %2 所列的“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not the file that was listed: its digest differs from the one in %2. Have the bundle exported again.</source>
        <translation>“%1”不是清单所列的文件：校验值与 %2 中的不同。请重新导出案件包。</translation>
    </message>
    <message>
        <source>“%1” is not valid JSON (%2).</source>
        <translation>“%1”不是有效的 JSON（%2）。</translation>
    </message>
    <message>
        <source>“%1” has the key %2 twice. Keep one of them.</source>
        <translation>“%1”中的键 %2 出现两次。请只保留一个。</translation>
    </message>
    <message>
        <source>“%1” is nested deeper than 64 levels at %2.</source>
        <translation>“%1”在 %2 处嵌套超过 64 层。</translation>
    </message>
    <message>
        <source>“%1” has a number at %2 that cannot be kept exactly. Write it as text.</source>
        <translation>“%1”在 %2 处有一个无法精确保存的数。请写成文本。</translation>
    </message>
    <message>
        <source>“%1” has control characters (%2). Take them out.</source>
        <translation>“%1”含有控制字符（%2）。请将其去掉。</translation>
    </message>
    <message>
        <source>“%1” is larger than a text of this kind may be (%2).</source>
        <translation>“%1”超过这类文本允许的大小（%2）。</translation>
    </message>
    <message>
        <source>“%1” has format %2; this program reads format 1. A newer version of the program may read it.</source>
        <translation>“%1”的格式为 %2；本程序读取格式 1。较新版本的程序或许可以读取。</translation>
    </message>
    <message>
        <source>“%1” does not fit the format: %2.</source>
        <translation>“%1”不符合格式：%2。</translation>
    </message>
    <message>
        <source>The content of “%1” is not of the kind that is stated (%2).</source>
        <translation>“%1”的内容与所写的类型不符（%2）。</translation>
    </message>
    <message>
        <source>“%1” is larger than a file of its kind may be (%2 bytes).</source>
        <translation>“%1”超过这类文件允许的大小（%2 字节）。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>“%1” cannot be used as evidence of its kind (%2).</source>
        <translation>“%1”不能作为这类证据使用（%2）。</translation>
    </message>
    <message>
        <source>The record in “%1” was changed or cut: the first bad entry is %2.</source>
        <translation>“%1”中的记录被改动或截断：第一条有问题的是 %2。</translation>
    </message>
    <message>
        <source>There is no room left for the evidence. Free some space and import again.</source>
        <translation>没有空间存放证据。请腾出空间后重新导入。</translation>
    </message>
    <message>
        <source>The evidence vault cannot be written. Check its permissions and import again.</source>
        <translation>无法写入证据库。请检查权限后重新导入。</translation>
    </message>
    <message>
        <source>The evidence vault does not answer as it should. Check the disk and import again.</source>
        <translation>证据库的响应不正常。请检查磁盘后重新导入。</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2). Check the folder and the space left.</source>
        <translation>未能写入“%1”（%2）。请检查文件夹和剩余空间。</translation>
    </message>
    <message>
        <source>The database was busy for too long. Import it again.</source>
        <translation>数据库忙碌时间过长。请重新导入。</translation>
    </message>
    <message>
        <source>The database takes no writes at the moment. Check space and permissions, then import again.</source>
        <translation>数据库目前无法写入。请检查空间和权限后重新导入。</translation>
    </message>
    <message>
        <source>The connection to the database was lost. Import it again when it is back; what was in already is then reported as present.</source>
        <translation>与数据库的连接已断开。恢复后请重新导入；已收入的会报告为已存在。</translation>
    </message>
    <message>
        <source>The database refused the case. The log says why.</source>
        <translation>数据库拒绝了该案件。原因见日志。</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>There is no case in it: no bundle and no case list.</source>
        <translation>其中没有案件：既没有案件包，也没有案件清单。</translation>
    </message>
    <message>
        <source>There are more files than the desk&apos;s limit of %2; it is passed at “%1”. Split the bundle, or ask an administrator.</source>
        <translation>文件数超过仲裁台的上限 %2，从“%1”起超出。请拆分案件包，或联系管理员。</translation>
    </message>
    <message>
        <source>The name “%1” has an empty part, “.” or “..” in it. Names lead from the top of the bundle to the file, without detours.</source>
        <translation>名称“%1”中含有空的部分、“.”或“..”。名称须从案件包顶层直接指向文件。</translation>
    </message>
    <message>
        <source>“%1” has more than %2 values, more than any case needs.</source>
        <translation>“%1”中的值超过 %2 个，超出任何案件所需。</translation>
    </message>
    <message>
        <source>The zip is not as it was sealed: it differs at “%1”, byte %2, although the files in it are whole. Take the sealed file itself, not one packed anew.</source>
        <translation>压缩包与封存时不一致：在“%1”处第 %2 字节不同，但其中的文件完整。请使用原封存文件，不要使用重新打包的文件。</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Waiting for ruling</source>
        <translation>待裁决</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审理中</translation>
    </message>
    <message>
        <source>Waiting for evidence</source>
        <translation>待举证</translation>
    </message>
    <message>
        <source>Parties negotiating</source>
        <translation>协商期</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation>已裁决</translation>
    </message>
    <message>
        <source>Being carried out</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Under appeal</source>
        <translation>申诉中</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Full refund, no return</source>
        <translation>退款（全额，无需退货）</translation>
    </message>
    <message>
        <source>Partial refund, no return</source>
        <translation>退款（部分，无需退货）</translation>
    </message>
    <message>
        <source>Claim rejected</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>Send the missing goods</source>
        <translation>补寄</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Not enough evidence</source>
        <translation>证据不足，不予支持</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Quality defect</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>与描述不符</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>发错</translation>
    </message>
    <message>
        <source>Missing item</source>
        <translation>少件</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到货</translation>
    </message>
    <message>
        <source>Late shipment</source>
        <translation>延迟发货</translation>
    </message>
    <message>
        <source>Seven days, no reason</source>
        <translation>七天无理由</translation>
    </message>
    <message>
        <source>Counterfeit</source>
        <translation>假冒</translation>
    </message>
    <message>
        <source>Fresh food spoilt</source>
        <translation>生鲜坏损</translation>
    </message>
    <message>
        <source>Gift missing</source>
        <translation>赠品未发</translation>
    </message>
    <message>
        <source>Abnormal tracking</source>
        <translation>轨迹异常</translation>
    </message>
    <message>
        <source>Refused at the door</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>No longer wanted</source>
        <translation>不想要了</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Refund, shipped</source>
        <translation>退款（已发货）</translation>
    </message>
    <message>
        <source>Refund, not shipped</source>
        <translation>退款（未发货）</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>补寄</translation>
    </message>
    <message>
        <source>Price protection</source>
        <translation>价保</translation>
    </message>
    <message>
        <source>Ordinary order</source>
        <translation>普通订单</translation>
    </message>
    <message>
        <source>Live room</source>
        <translation>直播间</translation>
    </message>
    <message>
        <source>Presale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>Made to order</source>
        <translation>定制</translation>
    </message>
    <message>
        <source>Cross-border</source>
        <translation>跨境</translation>
    </message>
    <message>
        <source>Second-hand</source>
        <translation>二手</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务类</translation>
    </message>
    <message>
        <source>Virtual goods</source>
        <translation>虚拟商品</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>agreed in part</source>
        <translation>部分同意</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>excluded, not confirmed by the buyer</source>
        <translation>标注不支持，未经买家确认</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Chat log</source>
        <translation>聊天记录</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Logistics record</source>
        <translation>物流记录</translation>
    </message>
    <message>
        <source>Text statement</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>order funds</source>
        <translation>订单货款</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>platform advance</source>
        <translation>平台垫付</translation>
    </message>
    <message>
        <source>paid by the buyer</source>
        <translation>买家承担</translation>
    </message>
    <message>
        <source>paid by the merchant</source>
        <translation>商家承担</translation>
    </message>
    <message>
        <source>paid by the platform</source>
        <translation>平台承担</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>未收到货</translation>
    </message>
    <message>
        <source>cannot be returned or pointless</source>
        <translation>无法退回或退回没有意义</translation>
    </message>
    <message>
        <source>must not circulate again</source>
        <translation>不宜再流通</translation>
    </message>
    <message>
        <source>merchant will not help the return</source>
        <translation>商家不协助退回</translation>
    </message>
    <message>
        <source>only a difference is paid</source>
        <translation>只补差额</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>not enough to tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>liable for goods or performance</source>
        <translation>商品或履约责任成立</translation>
    </message>
    <message>
        <source>unfounded refusal</source>
        <translation>无理拒绝售后</translation>
    </message>
    <message>
        <source>late shipment</source>
        <translation>延迟发货</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>举证或答复超时</translation>
    </message>
    <message>
        <source>ruling not carried out in time</source>
        <translation>裁决逾期未执行</translation>
    </message>
    <message>
        <source>false evidence</source>
        <translation>提交虚假凭证</translation>
    </message>
    <message>
        <source>fraudulent shipment</source>
        <translation>空包、以次充好骗取签收</translation>
    </message>
    <message>
        <source>selling counterfeits</source>
        <translation>销售假冒商品</translation>
    </message>
    <message>
        <source>Buyer sends the goods back</source>
        <translation>买家寄回商品</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>赔付</translation>
    </message>
    <message>
        <source>Merchant sends the missing goods</source>
        <translation>商家补寄</translation>
    </message>
    <message>
        <source>Merchant exchanges the goods</source>
        <translation>商家换货</translation>
    </message>
    <message>
        <source>Merchant repairs the goods</source>
        <translation>商家维修</translation>
    </message>
    <message>
        <source>Freight settled</source>
        <translation>结算运费</translation>
    </message>
    <message>
        <source>Notice to the parties</source>
        <translation>通知双方</translation>
    </message>
    <message>
        <source>regulator</source>
        <translation>监管关注</translation>
    </message>
    <message>
        <source>media</source>
        <translation>媒体关注</translation>
    </message>
    <message>
        <source>injury</source>
        <translation>人身伤害</translation>
    </message>
    <message>
        <source>food safety</source>
        <translation>食品安全</translation>
    </message>
    <message>
        <source>minor involved</source>
        <translation>涉及未成年人</translation>
    </message>
    <message>
        <source>high value</source>
        <translation>高额</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>仲裁专员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待裁决</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Waiting for the buyer</source>
        <translation>待买家举证</translation>
    </message>
    <message>
        <source>Waiting for the merchant</source>
        <translation>待商家举证</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>High value</source>
        <translation>高额</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待提交</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Electronics</source>
        <translation>3C 数码</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>服饰</translation>
    </message>
    <message>
        <source>Shoes</source>
        <translation>鞋靴</translation>
    </message>
    <message>
        <source>Bags</source>
        <translation>箱包</translation>
    </message>
    <message>
        <source>Jewellery</source>
        <translation>珠宝首饰</translation>
    </message>
    <message>
        <source>Beauty</source>
        <translation>美妆</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>Fresh food</source>
        <translation>生鲜</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>家居日用</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>家具</translation>
    </message>
    <message>
        <source>Appliances</source>
        <translation>家电</translation>
    </message>
    <message>
        <source>Car parts</source>
        <translation>汽车用品</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>宠物</translation>
    </message>
    <message>
        <source>Flowers</source>
        <translation>鲜花</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>图书</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Taobao</source>
        <translation>淘宝</translation>
    </message>
    <message>
        <source>WeChat Store</source>
        <translation>微信小店</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>signed for means accepted</source>
        <translation>签收即视为认可</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>买家未提供凭证</translation>
    </message>
    <message>
        <source>no unboxing video</source>
        <translation>无开箱视频</translation>
    </message>
    <message>
        <source>goods were used</source>
        <translation>商品已使用</translation>
    </message>
    <message>
        <source>goods not intact</source>
        <translation>商品不完好</translation>
    </message>
    <message>
        <source>agreed in chat</source>
        <translation>聊天中已约定</translation>
    </message>
    <message>
        <source>returned damaged</source>
        <translation>退回商品破损</translation>
    </message>
    <message>
        <source>returned goods are not the original</source>
        <translation>退回的不是原商品</translation>
    </message>
    <message>
        <source>out of the time window</source>
        <translation>超出时限</translation>
    </message>
    <message>
        <source>buyer&apos;s fault</source>
        <translation>买家原因</translation>
    </message>
    <message>
        <source>other ground</source>
        <translation>其他理由</translation>
    </message>
    <message>
        <source>Waybill created</source>
        <translation>已生成运单</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>已分拣</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>handed to a supervisor</source>
        <translation>已转主管</translation>
    </message>
    <message>
        <source>claims more than was paid</source>
        <translation>申请金额超过实付</translation>
    </message>
    <message>
        <source>merchant did not act in time</source>
        <translation>商家未在期限内执行</translation>
    </message>
    <message>
        <source>execution failed</source>
        <translation>执行未成功</translation>
    </message>
    <message>
        <source>buyer did not return the goods</source>
        <translation>买家未寄回商品</translation>
    </message>
    <message>
        <source>needs a specialist</source>
        <translation>需要专长</translation>
    </message>
    <message>
        <source>I know a party</source>
        <translation>与我有关联</translation>
    </message>
    <message>
        <source>cannot open evidence</source>
        <translation>证据打不开</translation>
    </message>
    <message>
        <source>The merchant&apos;s ground for refusing is no valid ground.</source>
        <translation>商家的拒绝理由不是正当理由。</translation>
    </message>
    <message>
        <source>The window&apos;s last day is a rest day and moves to the next working day.</source>
        <translation>期限的最后一日是休息日，顺延到下一个工作日。</translation>
    </message>
    <message>
        <source>The claim is higher than what can be refunded.</source>
        <translation>申请金额高于可退金额。</translation>
    </message>
    <message>
        <source>The time window used here is an assumption taken from another platform.</source>
        <translation>这里所用的时限是参照另一平台的假设。</translation>
    </message>
    <message>
        <source>Amount above %1</source>
        <translation>金额超过 %1</translation>
    </message>
    <message>
        <source>The clause asks for a second person</source>
        <translation>该条款要求第二人复核</translation>
    </message>
    <message>
        <source>The platform is found liable</source>
        <translation>判平台承担责任</translation>
    </message>
    <message>
        <source>Both sides are found liable</source>
        <translation>判双方均有责任</translation>
    </message>
    <message>
        <source>Money is taken from the deposit</source>
        <translation>动用保证金</translation>
    </message>
    <message>
        <source>An earlier ruling is changed</source>
        <translation>改变先前的裁决</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>不判责</translation>
    </message>
    <message>
        <source>Return and full refund, %1</source>
        <translation>退货退款（全额 %1）</translation>
    </message>
    <message>
        <source>Return and refund, %1 (reduced by %2)</source>
        <translation>退货退款（%1，减额 %2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Waiting for evidence (both)</source>
        <translation>待举证（双方）</translation>
    </message>
    <message>
        <source>Waiting for evidence (buyer)</source>
        <translation>待举证（买家）</translation>
    </message>
    <message>
        <source>Waiting for evidence (merchant)</source>
        <translation>待举证（商家）</translation>
    </message>
    <message>
        <source>Both (merchant %1%, buyer %2%)</source>
        <translation>双方（商家 %1%，买家 %2%）</translation>
    </message>
    <message>
        <source>%1 %2%</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>the carrier is the cause</source>
        <translation>物流原因</translation>
    </message>
    <message>
        <source>the missing goods are on their way</source>
        <translation>补寄途中</translation>
    </message>
    <message>
        <source>In general</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>asks for another reason</source>
        <translation>要求更改申请理由</translation>
    </message>
    <message>
        <source>the warehouse is moving</source>
        <translation>仓库搬迁</translation>
    </message>
    <message>
        <source>on holiday</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>cannot be returned, nothing offered</source>
        <translation>无法退回且不给方案</translation>
    </message>
    <message>
        <source>signed for already</source>
        <translation>已经签收</translation>
    </message>
    <message>
        <source>a mistake of the operator</source>
        <translation>操作失误</translation>
    </message>
    <message>
        <source>the return did not arrive</source>
        <translation>未收到退货</translation>
    </message>
    <message>
        <source>wrong waybill number</source>
        <translation>运单号有误</translation>
    </message>
    <message>
        <source>another amount was agreed</source>
        <translation>金额已改</translation>
    </message>
    <message>
        <source>the address does not match</source>
        <translation>地址不符</translation>
    </message>
    <message>
        <source>no seven-day return</source>
        <translation>不支持七天无理由</translation>
    </message>
    <message>
        <source>shipped already</source>
        <translation>已经发货</translation>
    </message>
    <message>
        <source>The order has return-freight insurance: the buyer&apos;s return freight can be claimed there.</source>
        <translation>本单有退货运费险：买家承担的退货运费可由运费险抵扣。</translation>
    </message>
    <message>
        <source>Notice to the %1</source>
        <translation>通知%1</translation>
    </message>
    <message>
        <source>covered by return-freight insurance</source>
        <translation>运费险抵扣</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>agreed</source>
        <comment>why nothing goes back</comment>
        <translation>双方约定</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Freehand line</source>
        <translation>手绘线</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
</context>
<context>
    <name>Lease</name>
    <message>
        <source>%1 holds it until %2</source>
        <translation>由 %1 持有至 %2</translation>
    </message>
    <message>
        <source>Held by you · %1 left</source>
        <translation>由您持有 · 剩余 %1</translation>
    </message>
    <message>
        <source>Hold ends in %1: any act renews it</source>
        <translation>您的持有将在 %1 后结束；在案件中做任何操作即可续期</translation>
    </message>
    <message>
        <source>Hold ended, draft kept: claim again</source>
        <translation>您的持有已结束，草稿已保存。请重新领取本案。</translation>
    </message>
    <message>
        <source>The hold of %1 has ended; the case is free</source>
        <translation>%1 的持有已结束，本案可以领取</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>To the buyer</source>
        <translation>致买家</translation>
    </message>
    <message>
        <source>To the merchant</source>
        <translation>致商家</translation>
    </message>
    <message>
        <source>Platform: %1</source>
        <translation>平台：%1</translation>
    </message>
    <message>
        <source>Case number: %1</source>
        <translation>案件编号：%1</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>订单：%1</translation>
    </message>
    <message>
        <source>Goods: %1</source>
        <translation>商品：%1</translation>
    </message>
    <message>
        <source>Date of the ruling: %1</source>
        <translation>裁决日期：%1</translation>
    </message>
    <message>
        <source>Hearing: %1</source>
        <translation>审理轮次：%1</translation>
    </message>
    <message>
        <source>The parties</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>name not given</source>
        <translation>未提供姓名</translation>
    </message>
    <message>
        <source>%1, platform id %2</source>
        <translation>%1，平台账号 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What was claimed</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Claimed: %1, of which could be refunded: %2</source>
        <translation>申请金额：%1，其中可退：%2</translation>
    </message>
    <message>
        <source>Applied at: %1</source>
        <translation>申请时间：%1</translation>
    </message>
    <message>
        <source>The merchant&apos;s answer: %1</source>
        <translation>商家答复：%1</translation>
    </message>
    <message>
        <source>The rule that was applied</source>
        <translation>适用规则</translation>
    </message>
    <message>
        <source>No clause of the rule book applies to this case.</source>
        <translation>本案不适用规则中的任何条款。</translation>
    </message>
    <message>
        <source>%1 (rule book %2, version %3, in force since %4)</source>
        <translation>%1（规则 %2，版本 %3，自 %4 起施行）</translation>
    </message>
    <message>
        <source>The ruling waits for approval: there is no letter before a second person has approved it.</source>
        <translation>裁决待复核：另一人批准之前不出具裁决书。</translation>
    </message>
    <message>
        <source>No ruling is in effect in this case, so there is no letter about it.</source>
        <translation>本案没有生效的裁决，因此没有裁决书。</translation>
    </message>
    <message>
        <source>Decision in a dispute about an order</source>
        <translation>订单纠纷裁决书</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The same decision for programs goes along with this letter as ruling.json.</source>
        <translation>供程序读取的同一裁决以 ruling.json 附于本文件。</translation>
    </message>
    <message>
        <source>Refund: %1, paid to: %2</source>
        <translation>退款：%1，收款方：%2</translation>
    </message>
    <message>
        <source>Compensation: %1, paid to: %2</source>
        <translation>赔付：%1，收款方：%2</translation>
    </message>
    <message>
        <source>Freight paid back: %1, paid to: %2</source>
        <translation>退还运费：%1，收款方：%2</translation>
    </message>
    <message>
        <source>Coupon: %1, given to: %2</source>
        <translation>优惠券：%1，发给：%2</translation>
    </message>
    <message>
        <source>%1, from: %2</source>
        <translation>%1，付款方：%2</translation>
    </message>
    <message>
        <source>This decision does not count toward your metrics.</source>
        <translation>本裁决不计入您的指标。</translation>
    </message>
    <message>
        <source>This decision counts toward your metrics; it brings no penalty points.</source>
        <translation>本裁决计入您的指标，不扣分。</translation>
    </message>
    <message>
        <source>This decision counts toward your metrics. Penalty points: %1 (%2)</source>
        <translation>本裁决计入您的指标。扣分：%1（%2）</translation>
    </message>
    <message>
        <source>done on %1</source>
        <translation>已于 %1 完成</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>within %1 of the goods being picked up</source>
        <translation>自取件起 %1内</translation>
    </message>
    <message>
        <source>within %1 of the ruling</source>
        <translation>自裁决起 %1内</translation>
    </message>
    <message>
        <source>Buyer sends the goods back, with all parts</source>
        <translation>买家退回商品及全部配件</translation>
    </message>
    <message>
        <source>to be done by: %1</source>
        <translation>履行方：%1</translation>
    </message>
    <message>
        <source>picked up free of charge</source>
        <translation>免费上门取件</translation>
    </message>
    <message>
        <source>%1, frames %2 to %3</source>
        <translation>%1，第 %2 至 %3 帧</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1，第 %2 帧</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Rests on: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Rests on: %1 [SHA-256 %2]</source>
        <translation>依据：%1 [SHA-256 %2]</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>裁决结果</translation>
    </message>
    <message>
        <source>Nothing goes back: %1</source>
        <translation>无需退货：%1</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>责任方：%1</translation>
    </message>
    <message>
        <source>Reason found: %1</source>
        <translation>认定原因：%1</translation>
    </message>
    <message>
        <source>Refund to the original payment method: %1, funded by: %2</source>
        <translation>原路退款：%1，资金来源：%2</translation>
    </message>
    <message>
        <source>Freight: %1</source>
        <translation>运费：%1</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>履行事项</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>认定事实</translation>
    </message>
    <message>
        <source>Noted at the places cited</source>
        <translation>引用处的备注</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>You have appealed in this case; each side can appeal once.</source>
        <translation>您已就本案提出申诉；每方可申诉一次。</translation>
    </message>
    <message>
        <source>You can appeal against this decision with the platform until %1. Each side can appeal once.</source>
        <translation>对本裁决不服的，可在 %1 前向平台申诉。每方可申诉一次。</translation>
    </message>
    <message>
        <source>You can appeal against this decision with the platform within %1 of the ruling. Each side can appeal once.</source>
        <translation>对本裁决不服的，可自裁决起 %1内向平台申诉。每方可申诉一次。</translation>
    </message>
    <message>
        <source>The case is being heard again. This decision stands until another one takes effect.</source>
        <translation>本案正在重新审理。在新的裁决生效之前，本裁决继续有效。</translation>
    </message>
</context>
<context>
    <name>NoteWords</name>
    <message>
        <source>frame of %1</source>
        <translation>取自 %1 的画面</translation>
    </message>
    <message>
        <source>cut out of %1</source>
        <translation>截自 %1</translation>
    </message>
    <message>
        <source>machine reading of %1</source>
        <translation>%1 的机器识别</translation>
    </message>
    <message>
        <source>for the desk only</source>
        <translation>仅供内部</translation>
    </message>
    <message>
        <source>may be quoted</source>
        <translation>可以引用</translation>
    </message>
    <message>
        <source>Note, %1, %2, %3: %4</source>
        <translation>备注，%1，%2，%3：%4</translation>
    </message>
    <message>
        <source>Note, %1, %2: %3</source>
        <translation>备注，%1，%2：%3</translation>
    </message>
    <message>
        <source>Nobody who reads cases here is called %1, so nobody was told by that. The note is kept.</source>
        <translation>这里能看案件的人中没有叫 %1 的，所以没有人收到通知。备注已保存。</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>paused</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>申请平台介入</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Flags and tags</source>
        <translation>标记与标签</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>排序原因</translation>
    </message>
    <message>
        <source>due soon · %1</source>
        <translation>即将到期 · %1</translation>
    </message>
    <message>
        <source>%1. %2. %3. Here because: %4.</source>
        <translation>%1。%2。%3。排在此处的原因：%4。</translation>
    </message>
    <message>
        <source>Looking at it now: %1</source>
        <translation>正在查看：%1</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
    <message>
        <source>no deadline: stands as if due %1</source>
        <translation>没有期限，按 %1 到期排列</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>%1 起已超时</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>%1: %2 earlier</source>
        <extracomment>What moved a case forward in the queue and by how long, e.g. &quot;¥439.00: 40 min earlier&quot;.</extracomment>
        <translation>%1：提前 %2</translation>
    </message>
    <message>
        <source>finished: after all that wait</source>
        <translation>已结束，排在等待的案件之后</translation>
    </message>
    <message>
        <source>parked until %1</source>
        <translation>搁置到 %1</translation>
    </message>
    <message>
        <source>kept for %1</source>
        <translation>保留给 %1</translation>
    </message>
    <message>
        <source>kept for %1 until %2</source>
        <translation>为 %1 保留至 %2</translation>
    </message>
    <message>
        <source>Parked until %1; it comes back by itself, or earlier when evidence arrives.</source>
        <translation>搁置到 %1；到时自动回到队列，收到证据则提前回来。</translation>
    </message>
    <message>
        <source>Kept for %1 until %2.</source>
        <translation>为 %1 保留至 %2。</translation>
    </message>
    <message>
        <source>not for you</source>
        <translation>您须回避</translation>
    </message>
    <message>
        <source>conflict of interest</source>
        <translation>利益冲突</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <extracomment>In a row of the queue, where the sum that moved the case forward stands as well, e.g. &quot;40 min earlier&quot;.</extracomment>
        <translation>提前 %1</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>没有期限</translation>
    </message>
    <message>
        <source>found in machine reading</source>
        <translation>仅在机器识别中找到</translation>
    </message>
    <message>
        <source>The case&apos;s deadline is %1: it comes back then.</source>
        <translation>本案期限为 %1：届时自动返回队列。</translation>
    </message>
    <message>
        <source>The case is late already: it comes back %1 at the latest.</source>
        <translation>本案已超时：最迟 %1 返回队列。</translation>
    </message>
    <message>
        <source>parked, %1</source>
        <extracomment>In a narrow row of the queue: put aside until then, e.g. &quot;parked, today 14:20&quot;.</extracomment>
        <translation>搁置，%1</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message numerus="yes">
        <source>A machine read %n line(s). This is for searching and never evidence by itself: look at the picture.</source>
        <translation>
            <numerusform>机器识别出 %n 行。识别结果只供查找，本身从不作为证据：请看图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the made-up screenshots that come with this program it reads %1 of the characters right when they are light and %2 when they are dark; real ones may do worse.</source>
        <translation>在随程序附带的生成截图上，浅色界面的字识别正确 %1，深色界面 %2；真实截图可能差一些。</translation>
    </message>
    <message>
        <source>There was no time to read all of it.</source>
        <translation>时间不够，没有全部识别完。</translation>
    </message>
    <message>
        <source>found in the platform&apos;s log</source>
        <translation>在平台记录中找到</translation>
    </message>
    <message>
        <source>not in the platform&apos;s log</source>
        <translation>平台记录中没有</translation>
    </message>
    <message>
        <source>similar in the platform&apos;s log, differs in a number: log “%1”; read the number in the picture</source>
        <translation>平台记录中有相近的一条，数字不同：记录为“%1”；图片中的数字请直接看图</translation>
    </message>
    <message>
        <source>similar in the platform&apos;s log, differs here: read “%1”, log “%2”</source>
        <extracomment>the characters read in the picture, those of the log</extracomment>
        <translation>平台记录中有相近的一条，此处不同：识别为“%1”，记录为“%2”</translation>
    </message>
    <message>
        <source>Machine reading</source>
        <translation>机器识别</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在识别</translation>
    </message>
    <message>
        <source>not installed; the package tesseract-ocr-chi-sim brings it</source>
        <translation>未安装；软件包 tesseract-ocr-chi-sim 提供此功能</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>未能识别</translation>
    </message>
    <message>
        <source>no words read</source>
        <translation>没有识别出文字</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>words with a number (see the picture)</source>
        <translation>含数字的文字（请看图片）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>being laid beside the platform&apos;s log</source>
        <translation>正在与平台记录比对</translation>
    </message>
    <message>
        <source>side unknown, perhaps no message; %1</source>
        <extracomment>words of a screenshot that stand in no bubble of either side; %1 says what the platform&apos;s log has of them</extracomment>
        <translation>不知是哪一方的，也可能不是消息；%1</translation>
    </message>
    <message>
        <source>[number]</source>
        <extracomment>stands in the place of a number that a machine read</extracomment>
        <translation>[数字]</translation>
    </message>
    <message>
        <source>What a machine read in %1. This is for searching and never evidence by itself: look there.</source>
        <translation>机器在 %1 中识别的文字。只供查找，本身绝不是证据：请看原处。</translation>
    </message>
    <message>
        <source>Numbers are left out: read them there.</source>
        <translation>数字已略去：请在原处读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n more stretch(es) of words are not laid out here</source>
        <translation>
            <numerusform>另有 %n 段文字没有列在这里</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Escalated</source>
        <translation>申请平台介入</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>To be shipped by</source>
        <translation>承诺发货时间</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Seven-day label</source>
        <translation>七天无理由</translation>
    </message>
    <message>
        <source>Freight insurance</source>
        <translation>运费险</translation>
    </message>
    <message>
        <source>Delivery wish</source>
        <translation>收货要求</translation>
    </message>
    <message>
        <source>Applied for</source>
        <translation>申请类型</translation>
    </message>
    <message>
        <source>Reason filed</source>
        <translation>申请理由</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>申请金额</translation>
    </message>
    <message>
        <source>Applied at</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Merchant&apos;s answer due</source>
        <translation>商家答复期限</translation>
    </message>
    <message>
        <source>Merchant answered</source>
        <translation>商家答复时间</translation>
    </message>
    <message>
        <source>Merchant&apos;s answer</source>
        <translation>商家答复</translation>
    </message>
    <message>
        <source>Merchant&apos;s ground</source>
        <translation>商家理由</translation>
    </message>
    <message>
        <source>Merchant&apos;s words</source>
        <translation>商家原话</translation>
    </message>
    <message>
        <source>Return signed for</source>
        <translation>退货签收</translation>
    </message>
    <message>
        <source>Return shipped</source>
        <translation>退货寄出</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nobody has taken it yet</source>
        <translation>还没有人领取</translation>
    </message>
    <message>
        <source>%1 is reviewing; held until %2</source>
        <translation>%1 正在审理，锁到 %2</translation>
    </message>
    <message>
        <source>The parties have until %1; no ruling before that</source>
        <translation>双方协商到 %1，此前不能裁决</translation>
    </message>
    <message>
        <source>Drafted by %1; another person must approve</source>
        <translation>由 %1 拟裁，须另一人复核</translation>
    </message>
    <message>
        <source>Can be recalled until %1</source>
        <translation>%1 前可撤回</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1 结案</translation>
    </message>
    <message>
        <source>Heard by someone who took no part in the first ruling</source>
        <translation>由未参与原裁决的人审理</translation>
    </message>
    <message>
        <source>The buyer withdrew the application</source>
        <translation>买家撤销了介入申请</translation>
    </message>
    <message>
        <source>The clock is paused</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Listing, first promise</source>
        <translation>商品页承诺之一</translation>
    </message>
    <message>
        <source>Listing, second promise</source>
        <translation>商品页承诺之二</translation>
    </message>
    <message>
        <source>Chat %1: %2</source>
        <translation>聊天 %1：%2</translation>
    </message>
    <message>
        <source>Chat %1</source>
        <translation>聊天 %1</translation>
    </message>
    <message>
        <source>Scan %1 of the tracking</source>
        <translation>物流轨迹第 %1 条</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>%1, region %2 × %3 at %4, %5</source>
        <translation>%1，区域 %2 × %3，位于 %4，%5</translation>
    </message>
    <message>
        <source>Phone endings differ: %1 is named (%2), the order&apos;s phone ends in %3.</source>
        <translation>尾号不一致：提到的尾号是 %1（%2），订单收件手机尾号是 %3。</translation>
    </message>
    <message>
        <source>%1 has until %2</source>
        <translation>%1最晚 %2 前提交</translation>
    </message>
    <message>
        <source>%1; the clock is paused</source>
        <translation>%1，计时暂停</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s) done</source>
        <translation>
            <numerusform>已完成 %1 项，共 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Return waybill</source>
        <translation>退货运单号</translation>
    </message>
    <message>
        <source>frames %1 to %2</source>
        <translation>第 %1 至 %2 帧</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1，%2 处</translation>
    </message>
    <message>
        <source>%1, message %2</source>
        <translation>%1，消息 %2</translation>
    </message>
    <message>
        <source>%1 (cited on another file than the exhibit has now)</source>
        <translation>%1（引用时的文件与该证据现在的文件不同）</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>region %1, %2</source>
        <translation>区域 %1, %2</translation>
    </message>
    <message>
        <source>chat %1</source>
        <translation>聊天 %1</translation>
    </message>
    <message>
        <source>scan %1</source>
        <translation>物流记录 %1</translation>
    </message>
    <message>
        <source>%1 was cited on another file than the exhibit has now, so the place is not shown: it might be something else. The ruling keeps the digest of the file that was cited.</source>
        <translation>引用 %1 时的文件与该证据现在的文件不同，因此不显示这一处：那里可能已是别的内容。裁决中保留着当时所引文件的摘要值。</translation>
    </message>
    <message>
        <source>%1 (no longer in the record)</source>
        <translation>%1（案卷中已没有）</translation>
    </message>
    <message>
        <source>%1 (changed since it was cited)</source>
        <translation>%1（引用之后内容有变动）</translation>
    </message>
    <message>
        <source>%1 is no longer in the record.</source>
        <translation>案卷中已没有 %1。</translation>
    </message>
    <message>
        <source>%1 has changed since it was cited, so the place is not shown: it is not what was judged. The citation keeps the digest of what it was.</source>
        <translation>%1 在引用之后有变动，因此不显示这一处：现在的内容已不是当时所评判的。引用中保留着当时内容的校验值。</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Evidence term ends</source>
        <translation>举证期限截止</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Kind of trade</source>
        <translation>交易类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Outbound freight</source>
        <translation>发货运费</translation>
    </message>
    <message>
        <source>Already refunded</source>
        <translation>已退金额</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>商品页</translation>
    </message>
    <message>
        <source>Promises of the listing</source>
        <translation>商品页承诺</translation>
    </message>
    <message>
        <source>Listing, promise %1</source>
        <translation>商品页承诺第 %1 条</translation>
    </message>
    <message>
        <source>Pictures of the listing</source>
        <translation>商品页图片</translation>
    </message>
    <message>
        <source>Listing, picture %1</source>
        <translation>商品页图片第 %1 张</translation>
    </message>
    <message>
        <source>Items of the order</source>
        <translation>订单商品明细</translation>
    </message>
    <message>
        <source>Order, item %1</source>
        <translation>订单商品第 %1 项</translation>
    </message>
    <message>
        <source>Gifts of the order</source>
        <translation>订单赠品</translation>
    </message>
    <message>
        <source>Order, gift %1</source>
        <translation>订单赠品第 %1 项</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Buyer&apos;s past</source>
        <translation>买家历史</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Merchant&apos;s past</source>
        <translation>商家历史</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>达人</translation>
    </message>
    <message>
        <source>Creator&apos;s past</source>
        <translation>达人历史</translation>
    </message>
    <message>
        <source>After-sale application</source>
        <translation>售后申请</translation>
    </message>
    <message>
        <source>Merchant&apos;s answers</source>
        <translation>商家历次答复</translation>
    </message>
    <message>
        <source>Merchant&apos;s answers, no. %1</source>
        <translation>商家历次答复第 %1 条</translation>
    </message>
    <message>
        <source>Buyer has the goods</source>
        <translation>商品在买家处</translation>
    </message>
    <message>
        <source>Return of the goods</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Return carrier</source>
        <translation>退货承运商</translation>
    </message>
    <message>
        <source>Return signed by</source>
        <translation>退货签收人</translation>
    </message>
    <message>
        <source>Tracking of the return</source>
        <translation>退货物流轨迹</translation>
    </message>
    <message>
        <source>Scan %1 of the return&apos;s tracking</source>
        <translation>退货物流轨迹第 %1 条</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <source>Platform&apos;s chat</source>
        <translation>平台聊天记录</translation>
    </message>
    <message>
        <source>Platform&apos;s chat, message no. %1</source>
        <translation>平台聊天记录第 %1 条</translation>
    </message>
    <message>
        <source>List of exhibits</source>
        <translation>证据清单</translation>
    </message>
    <message>
        <source>List of exhibits, no. %1</source>
        <translation>证据清单第 %1 项</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note %1</source>
        <translation>备注 %1</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Flag %1</source>
        <translation>标记 %1</translation>
    </message>
    <message>
        <source>Linked cases</source>
        <translation>关联案件</translation>
    </message>
    <message>
        <source>Linked case %1</source>
        <translation>关联案件 %1</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>written by</source>
        <translation>填写人</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>platform id</source>
        <translation>平台编号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>after-sale applications</source>
        <translation>售后申请数</translation>
    </message>
    <message>
        <source>disputes</source>
        <translation>介入次数</translation>
    </message>
    <message>
        <source>disputes upheld</source>
        <translation>支持次数</translation>
    </message>
    <message>
        <source>days counted</source>
        <translation>统计天数</translation>
    </message>
    <message>
        <source>party</source>
        <translation>当事方</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>exhibit</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>编辑时间</translation>
    </message>
    <message>
        <source>case number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>a note of the desk, %1</source>
        <translation>审理台备注，%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>the record&apos;s entry %1</source>
        <translation>案卷条目 %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Merchant id</source>
        <translation>商家编号</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>商家</translation>
    </message>
    <message>
        <source>Liable rate</source>
        <translation>纠纷商责率</translation>
    </message>
    <message>
        <source>Valid points</source>
        <translation>有效分</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Points and levels are assumptions kept as data in the rule book; they are not a platform&apos;s published figures.</source>
        <translation>记分和等级是规则手册中以数据保存的假设，并非平台公布的数字。</translation>
    </message>
    <message>
        <source>Rates are computed on the ruling in force; with fewer than 30 cases only the counts are shown.</source>
        <translation>比率按现行有效的裁决计算；案件少于 30 件时只显示件数。</translation>
    </message>
    <message>
        <source>Merchants by penalty points</source>
        <translation>商家记分排行</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 天后</translation>
    </message>
    <message>
        <source>In period</source>
        <translation>期内</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>冲回</translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation>已裁决</translation>
    </message>
    <message>
        <source>Liable</source>
        <translation>有责</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Repeat pattern</source>
        <translation>重复模式</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Reason for skipping</source>
        <translation>跳过原因</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Skips</source>
        <translation>跳过次数</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>A case skipped twice counts as two skips of one case. A kind of case that everybody skips needs training or a rule.</source>
        <translation>同一案件跳过两次，计为一件案件、两次跳过。大家都跳过的一类案件，需要培训或补充规则。</translation>
    </message>
    <message>
        <source>Skipped cases</source>
        <translation>跳过的案件</translation>
    </message>
    <message>
        <source>Refunded, ¥</source>
        <translation>退款金额（元）</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>领取次数</translation>
    </message>
    <message>
        <source>Skip rate</source>
        <translation>跳过率</translation>
    </message>
    <message>
        <source>Person&apos;s skip rate</source>
        <translation>个人跳过率</translation>
    </message>
    <message>
        <source>Rates are skips per 100 claims of the period: a row&apos;s against what the person claimed of its category, a person&apos;s against all they claimed.</source>
        <translation>跳过率为期间内每 100 次领取的跳过次数：每行按该人在此类目的领取次数计算，个人跳过率按其全部领取次数计算。</translation>
    </message>
</context>
<context>
    <name>RuleBook</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a known key</source>
        <translation>已知的键</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>a code used once</source>
        <translation>不重复的代码</translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation>0 到 100</translation>
    </message>
    <message>
        <source>levels from 0 upwards with rising points</source>
        <translation>从 0 起、分值递增的等级</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分数</translation>
    </message>
    <message>
        <source>rising shares</source>
        <translation>递增的比例</translation>
    </message>
    <message>
        <source>one of eq ne in lt le gt ge exists</source>
        <translation>eq ne in lt le gt ge exists 之一</translation>
    </message>
    <message>
        <source>a known fact</source>
        <translation>已知的事实</translation>
    </message>
    <message>
        <source>a declared element</source>
        <translation>已声明的要件</translation>
    </message>
    <message>
        <source>a value that fits the fact and the operator</source>
        <translation>与事实和运算符相符的值</translation>
    </message>
    <message>
        <source>a list of conditions</source>
        <translation>条件列表</translation>
    </message>
    <message>
        <source>shares that add up to 100</source>
        <translation>合计为 100 的比例</translation>
    </message>
    <message>
        <source>none, disputed, claimed, goods, gift_value, fresh_ratio or shared_loss</source>
        <translation>none、disputed、claimed、goods、gift_value、fresh_ratio 或 shared_loss</translation>
    </message>
    <message>
        <source>a clock spec</source>
        <translation>时限写法</translation>
    </message>
    <message>
        <source>at least one example</source>
        <translation>至少一个示例</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>O, O2, S, I or EA</source>
        <translation>O、O2、S、I 或 EA</translation>
    </message>
    <message>
        <source>declared elements</source>
        <translation>已声明的要件</translation>
    </message>
    <message>
        <source>an id used once</source>
        <translation>不重复的编号</translation>
    </message>
    <message>
        <source>at least one clause</source>
        <translation>至少一个条款</translation>
    </message>
    <message>
        <source>facts on which the clause applies</source>
        <translation>该条款适用的事实</translation>
    </message>
    <message>
        <source>facts on which the clause does not apply</source>
        <translation>该条款不适用的事实</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>yyyy-MM-dd, not before effectiveFrom</source>
        <translation>yyyy-MM-dd，且不早于 effectiveFrom</translation>
    </message>
    <message>
        <source>new or unfinished</source>
        <translation>new 或 unfinished</translation>
    </message>
    <message>
        <source>a refund that fits the outcome</source>
        <translation>与裁决结果相符的退款</translation>
    </message>
    <message>
        <source>the whole sum, as the outcome says</source>
        <translation>与裁决结果一致的全额</translation>
    </message>
    <message>
        <source>a table, since a clause counts by it</source>
        <translation>比例表，因有条款按此计算</translation>
    </message>
    <message>
        <source>caps, since a clause counts by them</source>
        <translation>上限，因有条款按此计算</translation>
    </message>
    <message>
        <source>false where the merchant bears no share</source>
        <translation>商家不承担责任时应为 false</translation>
    </message>
    <message>
        <source>conduct that a ruling can find</source>
        <translation>裁决可以认定的行为</translation>
    </message>
    <message>
        <source>conduct that has points</source>
        <translation>已设分值的行为</translation>
    </message>
    <message>
        <source>a reason with a refund without return, and only there</source>
        <translation>仅退款时的不退货理由，且仅在此时</translation>
    </message>
    <message>
        <source>at least one level</source>
        <translation>至少一个等级</translation>
    </message>
    <message>
        <source>points for liable, unfounded_refusal and late_execution</source>
        <translation>liable、unfounded_refusal 与 late_execution 的分值</translation>
    </message>
</context>
<context>
    <name>RulingOutcome</name>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Not enough evidence</source>
        <translation>证据不足，不予支持</translation>
    </message>
    <message>
        <source>Full refund, no return</source>
        <translation>退款（全额，无需退货）</translation>
    </message>
    <message>
        <source>Partial refund, no return</source>
        <translation>退款（部分，无需退货）</translation>
    </message>
    <message>
        <source>Claim rejected</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>Send the missing goods</source>
        <translation>补寄</translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation>退货退款</translation>
    </message>
</context>
<context>
    <name>RulingWords</name>
    <message>
        <source>No case is open.</source>
        <translation>没有打开的案件。</translation>
    </message>
    <message>
        <source>The ruling is being recorded.</source>
        <translation>正在记录裁决。</translation>
    </message>
    <message>
        <source>Cannot sign yet: %1.</source>
        <translation>还不能签署：%1。</translation>
    </message>
    <message>
        <source>no outcome is chosen</source>
        <translation>还没有选择裁决结果</translation>
    </message>
    <message>
        <source>the amount &quot;%1&quot; is no sum of money</source>
        <translation>金额“%1”无法识别</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>the database connection is lost</source>
        <translation>与数据库的连接已断开</translation>
    </message>
    <message>
        <source>The parties have until %1; no ruling before that. If they do not agree, the case then comes back to its reviewer; take the next case meanwhile.</source>
        <translation>双方协商到 %1，此前不能裁决。协商未成的，到期后案件回到原承办人手中；现在请处理下一件。</translation>
    </message>
    <message>
        <source>No ruling is written while the case is &quot;%1&quot;. Take the next case, or choose one from the queue.</source>
        <translation>案件现在是“%1”，此时不撰写裁决。请领取下一件，或从队列中选择一件。</translation>
    </message>
    <message>
        <source>%1 holds this case until %2.</source>
        <translation>%1 持有本案，到 %2 为止。</translation>
    </message>
    <message>
        <source>the database can only be read</source>
        <translation>数据库只能读取</translation>
    </message>
</context>
<context>
    <name>SchemaError</name>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 has the wrong type (note that 1.0 is no integer)</source>
        <translation>%1 的类型不对（注意 1.0 不是整数）</translation>
    </message>
    <message>
        <source>%1 is none of the allowed codes</source>
        <translation>%1 不是允许的代码</translation>
    </message>
    <message>
        <source>the number at %1 is out of range</source>
        <translation>%1 处的数超出范围</translation>
    </message>
    <message>
        <source>the text at %1 is too long or too short</source>
        <translation>%1 处的文本过长或过短</translation>
    </message>
    <message>
        <source>%1 has too many or too few entries</source>
        <translation>%1 的条目过多或过少</translation>
    </message>
    <message>
        <source>%1 has a key that is not allowed there</source>
        <translation>%1 含有该处不允许的键</translation>
    </message>
    <message>
        <source>%1 is a key that is not allowed there</source>
        <translation>%1 是该处不允许的键</translation>
    </message>
    <message>
        <source>%1 is no time with an offset, such as 2026-10-12T09:00:00+08:00</source>
        <translation>%1 不是带时区偏移的时间，例如 2026-10-12T09:00:00+08:00</translation>
    </message>
    <message>
        <source>%1 is no SHA-256 of 64 hex digits</source>
        <translation>%1 不是 64 位十六进制的 SHA-256</translation>
    </message>
    <message>
        <source>%1 occurs twice</source>
        <translation>%1 出现两次</translation>
    </message>
    <message>
        <source>%1 is no usable name</source>
        <translation>%1 不是可用的名称</translation>
    </message>
    <message>
        <source>%1 refers to something that is not there</source>
        <translation>%1 指向不存在的内容</translation>
    </message>
    <message>
        <source>%1 is no integer</source>
        <translation>%1 不是整数</translation>
    </message>
    <message>
        <source>%1 does not have the shape that is needed (%2)</source>
        <translation>%1 不符合所需的形式（%2）</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>There is no database at %1. Make one with: arbiter db init. To look around, try: arbiter demo.</source>
        <translation>%1 处没有数据库。新建：arbiter db init。想先看看，可以试试：arbiter demo。</translation>
    </message>
    <message>
        <source>The database at %1 is empty. Make it a desk with: arbiter db init.</source>
        <translation>%1 处的数据库是空的。设为仲裁台：arbiter db init。</translation>
    </message>
    <message>
        <source>The database at %1 is older than this program. Save it, then: arbiter db migrate.</source>
        <translation>%1 处的数据库比本程序旧。请先备份，然后：arbiter db migrate。</translation>
    </message>
    <message>
        <source>The database at %1 is newer than this program (%2). Use the newer program.</source>
        <translation>%1 处的数据库比本程序新（%2）。请使用较新的程序。</translation>
    </message>
    <message>
        <source>The database at %1 does not keep the settings that protect rulings (%2); it is not opened.</source>
        <translation>%1 处的数据库不具备保护裁决的设置（%2），因此没有打开。</translation>
    </message>
    <message>
        <source>The database at %1 is locked by another program. Try again in a moment.</source>
        <translation>%1 处的数据库被另一程序锁定。请过一会儿再试。</translation>
    </message>
    <message>
        <source>The database at %1 takes no changes. Check the file&apos;s permissions and the disk&apos;s space.</source>
        <translation>%1 处的数据库无法写入。请检查文件权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The database at %1 could not be opened (%2). See: arbiter doctor.</source>
        <translation>未能打开 %1 处的数据库（%2）。请查看：arbiter doctor。</translation>
    </message>
    <message>
        <source>The database is newer than this program (%1). Nothing was changed.</source>
        <translation>数据库比本程序新（%1）。没有任何改动。</translation>
    </message>
    <message>
        <source>An applied step differs from the one this program ships (%1). Nothing was changed.</source>
        <translation>已执行的升级步骤与本程序所带的不同（%1）。没有任何改动。</translation>
    </message>
    <message>
        <source>This build has no schema steps; build it anew.</source>
        <translation>本程序没有带上数据库升级步骤；请重新构建。</translation>
    </message>
    <message>
        <source>Somebody else is changing the database. Nothing was changed; try again.</source>
        <translation>他人正在更改数据库。没有任何改动；请再试一次。</translation>
    </message>
    <message>
        <source>The database takes no changes. Check permissions and the disk&apos;s space.</source>
        <translation>数据库无法写入。请检查权限和磁盘空间。</translation>
    </message>
    <message>
        <source>A step failed and was undone (%1).</source>
        <translation>有一个升级步骤未成功，已还原（%1）。</translation>
    </message>
    <message>
        <source>The backup does not pass its check; nothing was changed.</source>
        <translation>备份未通过检查；没有任何改动。</translation>
    </message>
    <message>
        <source>There is no space left; nothing was changed.</source>
        <translation>没有剩余空间；没有任何改动。</translation>
    </message>
    <message>
        <source>The backup could not be carried out; nothing was changed.</source>
        <translation>备份未能完成；没有任何改动。</translation>
    </message>
    <message>
        <source>A database is named sqlite:FILE or postgresql://user@host:port/database.</source>
        <translation>数据库地址写作 sqlite:文件 或 postgresql://用户@主机:端口/数据库。</translation>
    </message>
    <message>
        <source>The address names no file: sqlite:FILE.</source>
        <translation>地址里没有文件名：sqlite:文件。</translation>
    </message>
    <message>
        <source>The address names no database: postgresql://user@host:port/database.</source>
        <translation>地址里没有数据库名：postgresql://用户@主机:端口/数据库。</translation>
    </message>
    <message>
        <source>Passwords come from PGPASSWORD, .pgpass or a prompt, never from the address. Leave it out.</source>
        <translation>密码取自 PGPASSWORD、.pgpass 或提示输入，不写在地址里。请从地址中去掉。</translation>
    </message>
    <message>
        <source>The address has an option that is not known.</source>
        <translation>地址里有无法识别的选项。</translation>
    </message>
    <message>
        <source>The address has a value that cannot be used.</source>
        <translation>地址里有无法使用的值。</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full. Make room, then try again; nothing was changed.</source>
        <translation>%1 所在的磁盘已满。请腾出空间后重试；未作任何改动。</translation>
    </message>
    <message>
        <source>pg_dump and pg_restore are needed for a PostgreSQL database, of the server&apos;s version or newer. Install postgresql-client-15; nothing was changed.</source>
        <translation>PostgreSQL 数据库的备份与恢复需要 pg_dump 和 pg_restore，版本不低于服务器。请安装 postgresql-client-15；未作任何改动。</translation>
    </message>
    <message>
        <source>There is no backup file %1.</source>
        <translation>没有备份文件 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check that its folder is there and its permissions; nothing was changed.</source>
        <translation>无法写入 %1。请检查所在文件夹是否存在及其权限；未作任何改动。</translation>
    </message>
    <message>
        <source>%1 is no backup of a desk; nothing was changed.</source>
        <translation>%1 不是工作台的备份；未作任何改动。</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of this program; nothing was changed. Restore it with that version.</source>
        <translation>%1 由本程序的较新版本保存；未作任何改动。请用该版本恢复。</translation>
    </message>
    <message>
        <source>%1 is the backup of another desk than the one that stands there; nothing was changed. If that is meant, add --other-desk.</source>
        <translation>%1 是另一个工作台的备份，与目标处的工作台不同；未作任何改动。如确需恢复，请加上 --other-desk。</translation>
    </message>
    <message>
        <source>The database is in use by another program; nothing was changed. Close the windows that show it and try again.</source>
        <translation>数据库正被其他程序使用；未作任何改动。请关闭正在显示它的窗口后重试。</translation>
    </message>
    <message>
        <source>The database server does not answer or refused the login; nothing was changed.</source>
        <translation>数据库服务器没有应答，或拒绝了登录；未作任何改动。</translation>
    </message>
    <message>
        <source>%1 is not a desk&apos;s database. Nothing was changed; name the desk with --db, or make one elsewhere with: arbiter db init.</source>
        <translation>%1 不是仲裁台的数据库。没有任何改动；请用 --db 指明仲裁台，或在别处新建：arbiter db init。</translation>
    </message>
    <message>
        <source>The database server of %1 does not answer or refused the login (%2). Check that it runs, and its address, user and password; then try again.</source>
        <translation>%1 的数据库服务器没有应答，或拒绝了登录（%2）。请确认服务器正在运行，地址、用户和密码无误，然后重试。</translation>
    </message>
    <message>
        <source>%1 exists already; nothing was overwritten. Choose another name.</source>
        <translation>%1 已存在，没有覆盖。请换一个名称。</translation>
    </message>
    <message>
        <source>The database holds something of another program. Nothing was changed; name an empty database with --db.</source>
        <translation>该数据库中有其他程序的内容。没有任何改动；请用 --db 指明一个空数据库。</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Nothing goes back: %1</source>
        <translation>无需寄回：%1</translation>
    </message>
    <message>
        <source>Blame: %1</source>
        <translation>判责：%1</translation>
    </message>
    <message>
        <source>Reason found: %1</source>
        <translation>认定理由：%1</translation>
    </message>
    <message>
        <source>Freight: %1</source>
        <translation>运费：%1</translation>
    </message>
    <message>
        <source>Does not count toward the merchant&apos;s metrics</source>
        <translation>不计入商家指标</translation>
    </message>
    <message>
        <source>Counts toward the merchant&apos;s metrics, no points</source>
        <translation>计入商家指标，不记分</translation>
    </message>
    <message numerus="yes">
        <source>Counts toward the merchant&apos;s metrics, %n point(s): %1</source>
        <translation>
            <numerusform>计入商家指标，记 %n 分：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Clause: %1 (%2 %3, in force since %4)</source>
        <translation>条款：%1（%2 %3，自 %4 起施行）</translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Departs from the suggestion: %1</source>
        <translation>偏离建议的理由：%1</translation>
    </message>
    <message>
        <source>Recalled by %1, %2</source>
        <translation>由 %1 撤回，%2</translation>
    </message>
    <message>
        <source>Approved by %1, %2</source>
        <translation>由 %1 复核同意，%2</translation>
    </message>
    <message>
        <source>Sent back by %1: %2</source>
        <translation>由 %1 退回修改：%2</translation>
    </message>
    <message>
        <source>Drafted by %1; another person must approve</source>
        <translation>由 %1 拟裁，须另一人复核</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Round %1 · %2 · %3</source>
        <translation>第 %1 轮 · %2 · %3</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>签署后的后果</translation>
    </message>
    <message>
        <source>To be carried out</source>
        <translation>执行事项</translation>
    </message>
    <message>
        <source>Refunded to the original payment method, funded by: %1</source>
        <translation>退款按原支付渠道退回，资金来自：%1</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>no longer in force</source>
        <translation>已不再生效</translation>
    </message>
    <message>
        <source>Came in with the case</source>
        <translation>随案件导入</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Merchant&apos;s answer: %1</source>
        <translation>商家答复：%1</translation>
    </message>
    <message>
        <source>%1 edited a message: %2</source>
        <translation>%1编辑了一条消息：%2</translation>
    </message>
    <message>
        <source>%1 recalled a message: %2</source>
        <translation>%1撤回了一条消息：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>at least %1 ahead</source>
        <translation>至少快 %1</translation>
    </message>
    <message>
        <source>at least %1 behind</source>
        <translation>至少慢 %1</translation>
    </message>
    <message>
        <source>%1 was taken %2 before the goods can have been delivered.</source>
        <translation>%1 的拍摄时间比商品最早可能送达的时间早 %2。</translation>
    </message>
    <message>
        <source>The unboxing film %1 was made %2 after the refund was asked for.</source>
        <translation>开箱视频 %1 的拍摄时间比申请退款晚 %2。</translation>
    </message>
    <message>
        <source>The goods were called dispatched %1 before the carrier first scanned the parcel.</source>
        <translation>标记发货的时间比快递首次扫描包裹早 %1。</translation>
    </message>
    <message>
        <source>%1 was handed in %2 after the end of the evidence term.</source>
        <translation>%1 的提交时间比举证期限晚 %2。</translation>
    </message>
    <message>
        <source>Words of message %1 are repeated %2 before it was written.</source>
        <translation>消息 %1 的内容在其发出前 %2 就已被引用。</translation>
    </message>
    <message>
        <source>By its own clock, %1 took pictures after they were handed in or shown: the clock is %2.</source>
        <translation>按 %1 自己的时钟，照片是在提交或展示之后才拍的：该时钟%2。</translation>
    </message>
    <message>
        <source>All pictures of %1 are older than the delivery: either its clock was %2, or they do not show the goods that were delivered.</source>
        <translation>%1 拍的照片都早于送达：可能是该时钟%2，也可能拍的不是送达的商品。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; comes %2 before &quot;%3&quot;.</source>
        <translation>“%1”比“%3”早 %2。</translation>
    </message>
    <message>
        <source>The refund was asked for %1 before the order was placed.</source>
        <translation>申请退款的时间比下单早 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies %2 in the future.</source>
        <translation>“%1”的时间比现在晚 %2。</translation>
    </message>
    <message>
        <source>The file of %1 is dated %2 after it was handed in or shown: a clock is off, or the file was changed.</source>
        <translation>%1 的文件时间比其提交或展示晚 %2：可能是时钟不准，也可能文件改动过。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>退回包裹</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>提交证据</translation>
    </message>
    <message>
        <source>Pictures taken</source>
        <translation>拍摄与文件</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>仲裁台</translation>
    </message>
    <message>
        <source>Picture older than the delivery</source>
        <translation>照片早于送达</translation>
    </message>
    <message>
        <source>Dispatch long before the first scan</source>
        <translation>发货远早于首次扫描</translation>
    </message>
    <message>
        <source>Evidence after its term</source>
        <translation>证据超过期限</translation>
    </message>
    <message>
        <source>Chat repeated before it was written</source>
        <translation>聊天内容先引后发</translation>
    </message>
    <message>
        <source>A device&apos;s clock is off</source>
        <translation>设备时钟不准</translation>
    </message>
    <message>
        <source>Scans in an impossible order</source>
        <translation>扫描顺序不可能</translation>
    </message>
    <message>
        <source>Application before the order</source>
        <translation>申请早于下单</translation>
    </message>
    <message>
        <source>A time that lies in the future</source>
        <translation>时间在将来</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Called dispatched</source>
        <translation>标记发货</translation>
    </message>
    <message>
        <source>Signed for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Return called dispatched</source>
        <translation>标记退货寄出</translation>
    </message>
    <message>
        <source>Return signed for</source>
        <translation>退货签收</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>申请退款</translation>
    </message>
    <message>
        <source>Escalated to the platform</source>
        <translation>申请平台介入</translation>
    </message>
    <message>
        <source>%1 handed in</source>
        <translation>%1提交</translation>
    </message>
    <message>
        <source>Picture taken</source>
        <translation>拍摄照片</translation>
    </message>
    <message>
        <source>Film made</source>
        <translation>拍摄视频</translation>
    </message>
    <message>
        <source>File last changed</source>
        <translation>文件最后修改</translation>
    </message>
    <message>
        <source>To be shipped by</source>
        <translation>应发货时间</translation>
    </message>
    <message>
        <source>Merchant&apos;s answer due</source>
        <translation>商家答复期限</translation>
    </message>
    <message>
        <source>Evidence term ends</source>
        <translation>举证期限截止</translation>
    </message>
    <message>
        <source>Evidence term usually ends</source>
        <translation>举证期限通常截止</translation>
    </message>
    <message>
        <source>Evidence asked of the %1 is due</source>
        <translation>要求%1举证的期限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 by the device&apos;s clock</source>
        <translation>%1（按设备时钟）</translation>
    </message>
    <message>
        <source>%1 if the clock showed platform time; no zone is told, so between %2 and %3</source>
        <translation>若时钟为平台时间则是 %1；未注明时区，因此在 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>This holds however the times are read.</source>
        <translation>无论怎样理解这些时间，都是如此。</translation>
    </message>
    <message>
        <source>Possible: the other side may also have repeated the statement later.</source>
        <translation>可能如此：也可能是对方后来重复了这段话。</translation>
    </message>
    <message>
        <source>Possible: the term is the usual one, or the case was opened again.</source>
        <translation>可能如此：该期限按通常计算，或案件曾重新开启。</translation>
    </message>
    <message>
        <source>Possible: it depends on whether the device&apos;s clock and zone were right.</source>
        <translation>可能如此：取决于设备的时钟和时区是否准确。</translation>
    </message>
    <message>
        <source>the log has it at another time</source>
        <translation>平台记录中的时间不同</translation>
    </message>
    <message>
        <source>in the log another party says it</source>
        <translation>平台记录中由另一方所说</translation>
    </message>
    <message>
        <source>Message without words</source>
        <translation>没有文字的消息</translation>
    </message>
    <message>
        <source>%1 (%2; the log has: %3)</source>
        <translation>%1（%2；平台记录为：%3）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 if the export&apos;s times are read rightly; it may be between %2 and %3</source>
        <translation>若导出文件的时间读取无误，则为 %1；也可能在 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>Exported chat</source>
        <translation>导出的聊天</translation>
    </message>
    <message numerus="yes">
        <source>%n further message(s) of the export, too many to be shown one by one</source>
        <translation>
            <numerusform>导出文件中还有 %n 条消息，数量过多，不逐条显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>A message in %1 is dated %2 after %1 was handed in: a clock is off, or the file was changed.</source>
        <translation>%1 中有一条消息的时间比 %1 的提交时间晚 %2：可能是时钟不准，也可能是文件被改动过。</translation>
    </message>
    <message>
        <source>The film %1, which came without words, was made %2 after the refund was asked for: too late for the unboxing, not for showing a fault.</source>
        <translation>视频 %1 未附说明，其拍摄时间比申请退款晚 %2：若为开箱则已太晚，若为展示故障则不然。</translation>
    </message>
    <message>
        <source>Film younger than the application</source>
        <translation>视频晚于申请</translation>
    </message>
    <message>
        <source>Possible: it depends on what the film shows, and on the device&apos;s clock and zone.</source>
        <translation>可能如此：取决于视频内容，以及设备的时钟和时区是否准确。</translation>
    </message>
</context>
<context>
    <name>arb::app::DeskWindow</name>
    <message>
        <source>not a database address: %1</source>
        <translation>不是数据库地址：%1</translation>
    </message>
    <message>
        <source>Nobody works at this desk yet. Add people with: arbiter user add NAME --role reviewer</source>
        <translation>这个仲裁台还没有人员。添加人员：arbiter user add NAME --role reviewer</translation>
    </message>
    <message>
        <source>Nobody of the name %1 works at this desk.</source>
        <translation>这个仲裁台没有名为 %1 的人员。</translation>
    </message>
    <message>
        <source>Arbiter</source>
        <translation>仲裁台</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>当前操作人是谁？</translation>
    </message>
    <message>
        <source>Importing is for reviewers, supervisors and admins.</source>
        <translation>仲裁专员、主管和管理员才能导入。</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入……</translation>
    </message>
    <message>
        <source>The second connection to the database could not be opened: the queue waits while something is being written. Everything else works as before.</source>
        <translation>与数据库的第二个连接没有建立：有内容写入时，队列要等它写完。其他功能不受影响。</translation>
    </message>
    <message>
        <source>The search now covers reasons and rulings of all cases, %1 of them anew.</source>
        <translation>现在可以按理由和裁决内容搜索全部案件，本次更新 %1 件。</translation>
    </message>
    <message>
        <source>Reasons and rulings of older cases are being added to the search: %1 cases so far. Work goes on meanwhile.</source>
        <translation>正在把较早案件的理由和裁决加入搜索，已完成 %1 件，期间可照常工作。</translation>
    </message>
</context>
<context>
    <name>arb::presentation::BulkPresenter</name>
    <message>
        <source>No case is chosen.</source>
        <translation>还没有选择案件。</translation>
    </message>
    <message>
        <source>Choose who gets the cases.</source>
        <translation>请选择由谁接手。</translation>
    </message>
    <message>
        <source>Choose a time that lies in the future.</source>
        <translation>请选择一个将来的时间。</translation>
    </message>
    <message>
        <source>Name a tag to add or to take off.</source>
        <translation>请填写要添加或去掉的标签。</translation>
    </message>
    <message numerus="yes">
        <source>%n were left as they were.</source>
        <translation>
            <numerusform>%n 件保持原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be changed.</source>
        <translation>
            <numerusform>%n 件将会改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are done.</source>
        <translation>
            <numerusform>%n 件已完成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were taken back.</source>
        <translation>
            <numerusform>%n 件已撤回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are so already.</source>
        <translation>
            <numerusform>%n 件已是如此，无需改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be changed.</source>
        <translation>
            <numerusform>%n 件不能改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not been looked at yet.</source>
        <translation>
            <numerusform>%n 件尚未检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept for %1 until %2.</source>
        <translation>为 %1 保留至 %2。</translation>
    </message>
    <message>
        <source>Waits for whoever takes it next.</source>
        <translation>等待下一位领取。</translation>
    </message>
    <message>
        <source>Comes back %1, or when evidence arrives before.</source>
        <translation>%1 回到队列；证据提前到达时提前回到队列。</translation>
    </message>
    <message>
        <source>Without tags then.</source>
        <translation>之后没有标签。</translation>
    </message>
    <message>
        <source>Tags then: %1</source>
        <translation>之后的标签：%1</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放回队列</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Will be assigned</source>
        <translation>将指派</translation>
    </message>
    <message>
        <source>Will be released</source>
        <translation>将放回</translation>
    </message>
    <message>
        <source>Will be parked</source>
        <translation>将搁置</translation>
    </message>
    <message>
        <source>Will be tagged</source>
        <translation>将更改标签</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>已更改标签</translation>
    </message>
    <message>
        <source>Is so already</source>
        <translation>已是如此</translation>
    </message>
    <message>
        <source>Cannot be changed</source>
        <translation>不能改动</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将会怎样</translation>
    </message>
    <message>
        <source>Why, or until when</source>
        <translation>原因或期限</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n were not taken back.</source>
        <translation>
            <numerusform>%n 件未能撤回。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds it now and will be told; a draft, if there is one, is kept.</source>
        <translation>目前由 %1 持有，届时会通知对方；如有草稿，会予以保留。</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>未能撤回</translation>
    </message>
    <message>
        <source>Waiting, kept for %1 until %2.</source>
        <translation>待裁决，为 %1 保留至 %2。</translation>
    </message>
</context>
<context>
    <name>arb::presentation::ExaminationPresenter</name>
    <message>
        <source>The database does not answer at the moment. Nothing was marked; try again when it is back.</source>
        <translation>数据库暂时没有响应。未添加任何标注；恢复后请重试。</translation>
    </message>
</context>
<context>
    <name>arb::presentation::NoticesPresenter</name>
    <message>
        <source>%1 took over %2, %3. What you wrote went along and is kept with you too.</source>
        <translation>%1 已于%3 接手 %2。您写的内容已一并转交，您这里也保留一份。</translation>
    </message>
    <message>
        <source>%1 assigned %2 to you, %3.</source>
        <translation>%1 已于%3 把 %2 指派给您。</translation>
    </message>
    <message>
        <source>%1 sent your ruling in %2 back, %3. Its text is your draft again.</source>
        <translation>%1 已于%3 退回您对 %2 的裁决，内容已恢复为您的草稿。</translation>
    </message>
    <message>
        <source>%1 released %2, which you held, %3. What you wrote is kept as a draft.</source>
        <translation>%1 已于%3 放回您持有的 %2。您写的内容已保存为草稿。</translation>
    </message>
    <message>
        <source>Your hold on %1 ended by itself, %2. What you wrote is kept as a draft.</source>
        <translation>您对 %1 的持有已于%2 到期。您写的内容已保存为草稿。</translation>
    </message>
    <message>
        <source>%1 Reason: %2</source>
        <translation>%1原因：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n notices</source>
        <translation>
            <numerusform>%n 条通知</numerusform>
        </translation>
    </message>
    <message>
        <source>The time for evidence in %1 is over, %2. The case is in the queue again.</source>
        <translation>%1 的举证期限已于%2 结束，案件已回到队列。</translation>
    </message>
    <message>
        <source>Evidence has come in %1, %2. The case is in the queue again.</source>
        <translation>%1 已于%2 收到证据，案件已回到队列。</translation>
    </message>
    <message>
        <source>%1 mentions you in a note on %2, %3.</source>
        <translation>%1 在 %2 的备注中提到了您，%3。</translation>
    </message>
    <message>
        <source>%1 claimed %2, which you had parked, %3. It is not put aside any more.</source>
        <translation>%1 已于%3 领取您搁置的案件 %2，该案不再搁置。</translation>
    </message>
    <message>
        <source>%1 assigned %2, which was kept for you, to somebody else, %3.</source>
        <translation>%1 已于%3 把原为您保留的 %2 指派给他人。</translation>
    </message>
    <message>
        <source>%1 parked %2, which is kept for you, %3.</source>
        <translation>%1 已于%3 搁置为您保留的案件 %2。</translation>
    </message>
    <message>
        <source>%1 took the assignment of %2 to you back, %3. The case is not kept for you any more.</source>
        <translation>%1 已于%3 撤回把 %2 指派给您的安排，该案不再为您保留。</translation>
    </message>
</context>
<context>
    <name>arb::presentation::PresencePresenter</name>
    <message numerus="yes">
        <source>%1 also look at this case now.</source>
        <translation>
            <numerusform>%1 也在查看本案。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::presentation::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>arb::ui::Banner</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>arb::ui::CanvasViewer</name>
    <message>
        <source>Fit into the pane</source>
        <translation>适合窗格</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Mark a region</source>
        <translation>框选区域</translation>
    </message>
    <message>
        <source>Or drag with Shift. Arrow keys move it, Shift and arrow keys size it, Esc drops it.</source>
        <translation>也可按住 Shift 拖动。方向键移动选区，Shift 加方向键调整大小，Esc 取消。</translation>
    </message>
    <message>
        <source>Fill the pane</source>
        <translation>填满窗格</translation>
    </message>
    <message>
        <source>Mirror left to right</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <source>Turn left by one degree</source>
        <translation>向左旋转一度</translation>
    </message>
    <message>
        <source>Turn right by one degree</source>
        <translation>向右旋转一度</translation>
    </message>
    <message>
        <source>Magnifier: 2, 4, 8 times, off</source>
        <translation>放大镜：2、4、8 倍，关闭</translation>
    </message>
    <message>
        <source>Invert the colours</source>
        <translation>反转颜色</translation>
    </message>
    <message>
        <source>Angle, tones and magnifier</source>
        <translation>角度、色调和放大镜</translation>
    </message>
    <message>
        <source>Draw it, or press Enter to keep it where it stands. Arrow keys move it, Shift and arrow keys size it, Esc drops it.</source>
        <translation>可用指针绘制，也可按回车键留在原处。方向键移动，Shift 加方向键调整大小，Esc 放弃。</translation>
    </message>
    <message>
        <source>Mark: %1</source>
        <translation>标注：%1</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Remove the chosen mark</source>
        <translation>删除选中的标注</translation>
    </message>
    <message>
        <source>Covered. Press O to look.</source>
        <translation>已遮盖。按 O 键查看。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at the covered picture</source>
        <translation>查看这张遮盖的图片</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were made on another file of this exhibit and are not drawn here.</source>
        <translation>
            <numerusform>有 %n 处标注是在这件证据的另一个文件上做的，此处不显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove mark %1? Press Delete again to remove it, Esc to keep it.</source>
        <translation>要删除标注 %1 吗？再按一次 Delete 键删除，按 Esc 保留。</translation>
    </message>
    <message>
        <source>Write the chosen mark&apos;s note anew</source>
        <translation>改写选中标注的备注</translation>
    </message>
    <message>
        <source>A mark of your own moves when it is dragged, or with Alt and the arrow keys (Shift: ten pixels); a handle reshapes it.</source>
        <translation>自己的标注可以拖动，也可以用 Alt 加方向键移动（加 Shift 为十个像素）；拖动控制点可改变形状。</translation>
    </message>
    <message>
        <source>Mark this frame</source>
        <translation>标注这一帧</translation>
    </message>
    <message>
        <source>A span begins here</source>
        <translation>片段从这里开始</translation>
    </message>
    <message>
        <source>Then go to its end: what is marked or cited there belongs to the whole span. Again drops it.</source>
        <translation>然后转到片段的结尾：在那里标注或引用的内容属于整个片段。再按一次则取消。</translation>
    </message>
    <message>
        <source>Mark the span that ends here</source>
        <translation>标注到这里为止的片段</translation>
    </message>
    <message>
        <source>A span begins at %1. Go to its end, then mark or cite it.</source>
        <translation>片段从 %1 开始。请转到它的结尾，再标注或引用。</translation>
    </message>
    <message>
        <source>Keep the region as a picture</source>
        <translation>把所选区域保存为图片</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>arb::ui::CasePanel</name>
    <message>
        <source>%1 · round %2</source>
        <translation>%1 · 第 %2 轮</translation>
    </message>
    <message>
        <source>Listing: %1</source>
        <translation>商品页：%1</translation>
    </message>
    <message>
        <source>%1 is reviewing; held until %2</source>
        <translation>%1 正在审理，锁到 %2</translation>
    </message>
    <message>
        <source>The parties have until %1; no ruling before that</source>
        <translation>双方协商到 %1，此前不能裁决</translation>
    </message>
    <message>
        <source>Evidence asked of the %1 until %2: %3</source>
        <translation>已要求%1在 %2 前举证：%3</translation>
    </message>
    <message>
        <source>The deadline is unknown: %1. Add the calendar year, then it is computed.</source>
        <translation>期限未知：%1。补入该年的日历后即可算出。</translation>
    </message>
    <message>
        <source>the clock is paused</source>
        <translation>计时暂停</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Buyer · %1</source>
        <translation>买家 · %1</translation>
    </message>
    <message>
        <source>Merchant · %1</source>
        <translation>商家 · %1</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message numerus="yes">
        <source>Chat of both sides, %n message(s)</source>
        <translation>
            <numerusform>双方聊天，%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>The carrier&apos;s scans, out and back</source>
        <translation>承运方的扫描记录，含寄出和寄回</translation>
    </message>
    <message>
        <source>This case came with the record of an earlier proceeding: see the history (H).</source>
        <translation>本案随附先前处理的记录，请看案件经过（H）。</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>商品页</translation>
    </message>
    <message>
        <source>cited</source>
        <translation>已引用</translation>
    </message>
    <message>
        <source>Take the next case, or choose one from the queue.</source>
        <translation>请领取下一件，或从队列中选择一件。</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>Zoom and move both sides together, keeping the offset (Z)</source>
        <translation>双方同步缩放和移动，保持偏移（Z）</translation>
    </message>
    <message>
        <source>Link both sides&apos; views</source>
        <translation>联动双方视图</translation>
    </message>
    <message>
        <source>due soon · %1</source>
        <translation>即将到期 · %1</translation>
    </message>
    <message>
        <source>made at the desk</source>
        <translation>仲裁台制作</translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatBar</name>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference %1 of %2</source>
        <translation>第 %1 处差异，共 %2 处</translation>
    </message>
    <message>
        <source>Say what the columns mean</source>
        <translation>说明各列的含义</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>全部复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatModel</name>
    <message>
        <source>%1 (%2 later)</source>
        <translation>%1（%2后）</translation>
    </message>
    <message>
        <source>edited %1</source>
        <translation>编辑于 %1</translation>
    </message>
    <message>
        <source>recalled %1</source>
        <translation>撤回于 %1</translation>
    </message>
    <message>
        <source>Reply to a message that is not in this chat</source>
        <translation>回复的消息不在这段聊天中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of silence</source>
        <translation>间隔 %1 无人发言</translation>
    </message>
    <message>
        <source>line %1, without a time</source>
        <translation>第 %1 行，没有时间</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Part %1 of %2 of a long message: show more (Right, Left)</source>
        <translation>长消息的第 %1 部分，共 %2 部分：显示更多（右、左方向键）</translation>
    </message>
    <message>
        <source>the log says: %1</source>
        <translation>平台记录为：%1</translation>
    </message>
    <message>
        <source>said by somebody else than in the log</source>
        <translation>发言人与平台记录不同</translation>
    </message>
    <message>
        <source>%1 later than in the log</source>
        <translation>比平台记录晚 %1</translation>
    </message>
    <message>
        <source>%1 earlier than in the log</source>
        <translation>比平台记录早 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <translation>
            <numerusform>%n 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>(in reply to %1)</source>
        <translation>（回复 %1）</translation>
    </message>
    <message>
        <source>the log has no words here</source>
        <translation>日志中此处没有文字</translation>
    </message>
</context>
<context>
    <name>arb::ui::ChatViewer</name>
    <message>
        <source>Chat messages</source>
        <translation>聊天消息</translation>
    </message>
    <message>
        <source>Chat messages: %1</source>
        <translation>聊天消息：%1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Back to where the quote was followed</source>
        <translation>回到跳转引用之前的位置</translation>
    </message>
    <message>
        <source>Copy the messages as text</source>
        <translation>将消息复制为文本</translation>
    </message>
    <message>
        <source>Show differences from the platform&apos;s log</source>
        <translation>显示与平台记录的差异</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Times are UTC+8 (platform time)</source>
        <translation>时间为 UTC+8（平台时间）</translation>
    </message>
    <message>
        <source>Chat of the case</source>
        <translation>本案聊天记录</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next reply in the thread</source>
        <translation>同一话题的下一条回复</translation>
    </message>
    <message>
        <source>Go to the message that this one answers</source>
        <translation>转到这条消息所回复的消息</translation>
    </message>
    <message>
        <source>Say what the columns of a chat table mean</source>
        <translation>说明聊天表格各列的含义</translation>
    </message>
    <message>
        <source>%1; those of the file are taken as UTC%2</source>
        <translation>%1；文件中的时间按 UTC%2 理解</translation>
    </message>
    <message>
        <source>This looks like a table, but its columns have no known names: say what they mean (%1).</source>
        <translation>这个文件像是表格，但列名无法识别：请说明各列的含义（%1）。</translation>
    </message>
    <message>
        <source>Search all cases for these words</source>
        <translation>在全部案件中搜索这些文字</translation>
    </message>
    <message>
        <source>The whole report on this chat</source>
        <translation>此聊天的完整报告</translation>
    </message>
</context>
<context>
    <name>arb::ui::ChipPopup</name>
    <message>
        <source>Do not filter by this</source>
        <translation>不按此项筛选</translation>
    </message>
    <message>
        <source>No case has one.</source>
        <translation>目前没有案件带有此项。</translation>
    </message>
    <message>
        <source>Number or name of the merchant; several with commas between</source>
        <translation>商家编号或名称，多个以逗号分隔</translation>
    </message>
    <message>
        <source>Number of the buyer; several with commas between</source>
        <translation>买家编号，多个以逗号分隔</translation>
    </message>
    <message>
        <source>Name of the person; several with commas between</source>
        <translation>处理人姓名，多个以逗号分隔</translation>
    </message>
    <message>
        <source>At least, in yuan</source>
        <translation>不低于（元）</translation>
    </message>
    <message>
        <source>At most, in yuan</source>
        <translation>不高于（元）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no sum. Write it like 1299 or 1,299.50.</source>
        <translation>“%1”不是金额。请写成 1299 或 1,299.50 的形式。</translation>
    </message>
    <message>
        <source>No sum is at least %1 and at most %2.</source>
        <translation>没有金额既不低于 %1 又不高于 %2。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Within 4 hours</source>
        <translation>4 小时内</translation>
    </message>
    <message>
        <source>Within 24 hours</source>
        <translation>24 小时内</translation>
    </message>
    <message>
        <source>Within 3 days</source>
        <translation>3 天内</translation>
    </message>
    <message>
        <source>Or due within: 90m, 24h, 3d</source>
        <translation>或填写到期时长：90m、24h、3d</translation>
    </message>
    <message>
        <source>Kept for: name of the person; several with commas between</source>
        <translation>保留给谁：人员姓名，多个用逗号隔开</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Kept for somebody</source>
        <translation>已保留给某人</translation>
    </message>
    <message>
        <source>Neither parked nor kept</source>
        <translation>既未搁置也未保留</translation>
    </message>
</context>
<context>
    <name>arb::ui::ColumnDialog</name>
    <message>
        <source>What the columns mean</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>The first messages, read so</source>
        <translation>按此读取的前几条消息</translation>
    </message>
    <message>
        <source>The first row &amp;names the columns</source>
        <translation>第一行是列名(&amp;N)</translation>
    </message>
    <message>
        <source>As the file &amp;says</source>
        <translation>按文件自身读取(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Sender:</source>
        <translation>发送人(&amp;S)：</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>内容(&amp;X)：</translation>
    </message>
    <message>
        <source>&amp;Id:</source>
        <translation>编号(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>附件(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Reply to:</source>
        <translation>回复(&amp;R)：</translation>
    </message>
    <message>
        <source>no column</source>
        <translation>没有对应的列</translation>
    </message>
    <message>
        <source>&amp;Dates:</source>
        <translation>日期顺序(&amp;D)：</translation>
    </message>
    <message>
        <source>find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>时区(&amp;Z)：</translation>
    </message>
    <message>
        <source>not known: read as UTC+8, marked ~</source>
        <translation>未知：按 UTC+8 读取，并标记 ~</translation>
    </message>
    <message>
        <source>%1 (platform time)</source>
        <translation>%1（平台时间）</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Say at least which column has the texts.</source>
        <translation>请至少指明内容所在的列。</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>Time (UTC+8)</source>
        <translation>时间（UTC+8）</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送人</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>没有时间</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s).</source>
        <translation>
            <numerusform>%n 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood.</source>
        <translation>
            <numerusform>%n 行未能读懂。</numerusform>
        </translation>
    </message>
    <message>
        <source>Time of &amp;day, if it is apart:</source>
        <translation>时刻(&amp;D)，若单独成列：</translation>
    </message>
</context>
<context>
    <name>arb::ui::CompareBar</name>
    <message>
        <source>Go on blinking</source>
        <translation>继续闪烁</translation>
    </message>
    <message>
        <source>Stop blinking; Space then shows the other side</source>
        <translation>停止闪烁；之后按空格键切换到另一侧</translation>
    </message>
    <message>
        <source>Where the edge is</source>
        <translation>分界线的位置</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How long each side is on show</source>
        <translation>每一侧显示的时长</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>How much differences are amplified</source>
        <translation>差异的放大倍数</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>How much of the right picture is on show</source>
        <translation>右侧图片的可见程度</translation>
    </message>
    <message>
        <source>Take the chosen pin out (Backspace)</source>
        <translation>移除选中的定位点（Backspace）</translation>
    </message>
    <message>
        <source>Chosen pin</source>
        <translation>选中的定位点</translation>
    </message>
    <message>
        <source>The chosen pin. Shift+Enter moves it to the cross in the middle.</source>
        <translation>选中的定位点。按 Shift+Enter 可将它移到中间的十字处。</translation>
    </message>
    <message>
        <source>Or hold Alt. The views stay linked, in their new alignment.</source>
        <translation>也可按住 Alt。两侧仍保持联动，并采用新的对齐。</translation>
    </message>
</context>
<context>
    <name>arb::ui::CompareDesk</name>
    <message>
        <source>A pair takes at most %1 pins. Take one out first.</source>
        <translation>一对图片最多可设 %1 个定位点。请先移除一个。</translation>
    </message>
    <message>
        <source>One pin. From two on they align the pictures.</source>
        <translation>已有一个定位点。有两个后即可对齐图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n pin(s), residual %1 px</source>
        <translation>
            <numerusform>%n 个定位点，残差 %1 像素</numerusform>
        </translation>
    </message>
    <message>
        <source>Both pictures</source>
        <translation>两张图片</translation>
    </message>
    <message>
        <source>tied: left %1 = the picture on the right</source>
        <translation>已同步：左侧 %1 = 右侧图片</translation>
    </message>
    <message>
        <source>tied: the picture on the left = right %1</source>
        <translation>已同步：左侧图片 = 右侧 %1</translation>
    </message>
    <message>
        <source>tied: left %1 = right %2</source>
        <translation>已同步：左 %1 = 右 %2</translation>
    </message>
    <message>
        <source>%1, both at %2</source>
        <translation>%1，两侧均位于 %2</translation>
    </message>
    <message>
        <source>%1; at %2 only the left has a frame, the right stands on its first one</source>
        <translation>%1；%2 处仅左侧有画面，右侧停在首帧</translation>
    </message>
    <message>
        <source>%1; at %2 only the left has a frame, the right stands on its last one</source>
        <translation>%1；%2 处仅左侧有画面，右侧停在末帧</translation>
    </message>
    <message>
        <source>%1; at %2 only the right has a frame, the left stands on its first one</source>
        <translation>%1；%2 处仅右侧有画面，左侧停在首帧</translation>
    </message>
    <message>
        <source>%1; at %2 only the right has a frame, the left stands on its last one</source>
        <translation>%1；%2 处仅右侧有画面，左侧停在末帧</translation>
    </message>
    <message>
        <source>%1; at %2 neither has a frame</source>
        <translation>%1；%2 处两侧均无画面</translation>
    </message>
    <message>
        <source>Now on the other side: click, or Enter at the cross.</source>
        <translation>请在另一侧指出同一位置：点击该处，或移到十字处后按 Enter。</translation>
    </message>
    <message>
        <source>A spot on one side: click, or Enter at the cross.</source>
        <translation>请在一侧指出一个位置：点击该处，或移到十字处后按 Enter。</translation>
    </message>
    <message>
        <source>One side&apos;s pins share a spot: they align nothing.</source>
        <translation>一侧的定位点都在同一位置，无法对齐。</translation>
    </message>
    <message>
        <source>Drag the edge, or Ctrl and arrow keys. Esc: both panes.</source>
        <translation>拖动分界线，或按 Ctrl 加方向键移动。按 Esc 显示两侧。</translation>
    </message>
    <message>
        <source>On show: right. Space: the other side. %1</source>
        <translation>正在显示右侧。按空格键切换到另一侧。%1</translation>
    </message>
    <message>
        <source>On show: left. Space: the other side. %1</source>
        <translation>正在显示左侧。按空格键切换到另一侧。%1</translation>
    </message>
    <message>
        <source>Both in turns. Space stops it, Esc: both panes.</source>
        <translation>两侧轮流显示。按空格键停止，按 Esc 显示两侧。</translation>
    </message>
    <message>
        <source>Grey is the same on both. Esc: both panes.</source>
        <translation>灰色表示两侧相同。按 Esc 显示两侧。</translation>
    </message>
    <message>
        <source>Alt and arrow keys move the right one. Esc: both panes.</source>
        <translation>按 Alt 加方向键单独移动右侧图片。按 Esc 显示两侧。</translation>
    </message>
    <message>
        <source>One file is not the one that was compared before.</source>
        <translation>其中一个文件与上次对比时的文件不同，因此未采用上次的对齐。</translation>
    </message>
    <message>
        <source>%1, %2; right not begun</source>
        <translation>%1，%2；右侧未开始</translation>
    </message>
    <message>
        <source>%1, %2; right ended</source>
        <translation>%1，%2；右侧已结束</translation>
    </message>
    <message>
        <source>%1, %2; left not begun</source>
        <translation>%1，%2；左侧未开始</translation>
    </message>
    <message>
        <source>%1, %2; left ended</source>
        <translation>%1，%2；左侧已结束</translation>
    </message>
    <message>
        <source>%1, %2; no frames</source>
        <translation>%1，%2；两侧均无画面</translation>
    </message>
</context>
<context>
    <name>arb::ui::CoverageList</name>
    <message>
        <source>What was on show so far</source>
        <translation>目前已看的内容</translation>
    </message>
    <message>
        <source>It goes with the ruling and keeps nobody from signing.</source>
        <translation>这份记录随裁决一起保存，不影响签署。</translation>
    </message>
    <message>
        <source>What was on show before signing</source>
        <translation>签署前看过的内容</translation>
    </message>
    <message>
        <source>It was written down with the ruling and says what was looked at, never how well.</source>
        <translation>这份记录随裁决一起保存，只说明看过什么，不评价看得是否仔细。</translation>
    </message>
</context>
<context>
    <name>arb::ui::DocumentViewer</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>after the page number: &quot;of 7&quot;</extracomment>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Page %1 cannot be shown: %2.</source>
        <translation>第 %1 页无法显示：%2。</translation>
    </message>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation>第 %1 页，共 %2 页：%3</translation>
    </message>
    <message>
        <source>Page %1 is being read …</source>
        <translation>正在读取第 %1 页……</translation>
    </message>
    <message>
        <source>%1, covered</source>
        <translation>%1，已遮盖</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>the zoom in percent</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Still page %1</source>
        <translation>仍为第 %1 页</translation>
    </message>
    <message>
        <source>Page %1 is being read … this takes long.</source>
        <translation>正在读取第 %1 页…用时较长。</translation>
    </message>
</context>
<context>
    <name>arb::ui::EvidenceDialog</name>
    <message>
        <source>Ask for evidence</source>
        <translation>要求举证</translation>
    </message>
    <message>
        <source>What is to be proved</source>
        <translation>待证要件</translation>
    </message>
    <message>
        <source>What exactly is asked</source>
        <translation>具体要求</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>提交期限</translation>
    </message>
    <message>
        <source>What</source>
        <translation>要件</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>具体要求</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>向谁要求</translation>
    </message>
    <message>
        <source>Choose who is asked.</source>
        <translation>请选择向谁要求。</translation>
    </message>
    <message>
        <source>Ask %1 for &quot;%2&quot; by %3; if nothing comes, %4.</source>
        <translation>向 %1 要求“%2”，%3 前提交；逾期则%4。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>the case is decided on what is there, and the %1 bears the burden of proof</source>
        <translation>按现有证据裁决，由%1承担举证不能的后果</translation>
    </message>
    <message>
        <source>The case comes back to you when everything is in or the time is over.</source>
        <translation>材料到齐或期限届满后，案件回到您手中。</translation>
    </message>
</context>
<context>
    <name>arb::ui::EvidencePane</name>
    <message>
        <source>Buyer&apos;s exhibits</source>
        <translation>买家的证据</translation>
    </message>
    <message>
        <source>Merchant&apos;s exhibits</source>
        <translation>商家的证据</translation>
    </message>
    <message>
        <source>The buyer handed in nothing yet.</source>
        <translation>买家还没有提交证据。</translation>
    </message>
    <message>
        <source>The merchant handed in nothing yet.</source>
        <translation>商家还没有提交证据。</translation>
    </message>
    <message>
        <source>Citing and the exhibit keys work on this side</source>
        <translation>引用和证据按键作用于这一侧</translation>
    </message>
    <message>
        <source>What the file says about itself (I)</source>
        <translation>文件自述的信息（I）</translation>
    </message>
    <message>
        <source>What the buyer&apos;s file says about itself</source>
        <translation>买家文件自述的信息</translation>
    </message>
    <message>
        <source>What the merchant&apos;s file says about itself</source>
        <translation>商家文件自述的信息</translation>
    </message>
    <message>
        <source>Show here</source>
        <translation>在此显示</translation>
    </message>
    <message>
        <source>The other sides handed in nothing</source>
        <translation>其他各方未提交证据</translation>
    </message>
    <message>
        <source>Pictures of the listing</source>
        <translation>商品页图片</translation>
    </message>
    <message>
        <source>What the listing&apos;s file says about itself</source>
        <translation>商品页文件自述的信息</translation>
    </message>
    <message>
        <source>The listing came without a picture. Ctrl+Shift+1 to 9 show an exhibit of the sides here.</source>
        <translation>商品页没有图片。按 Ctrl+Shift+1 至 9 可在此显示各方的证据。</translation>
    </message>
    <message>
        <source>Cite the place on show (C), or drag it to a finding or into a text</source>
        <translation>引用当前显示的位置（C），或把它拖到认定或文字中</translation>
    </message>
    <message>
        <source>Cite the place on show</source>
        <translation>引用当前显示的位置</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>尚未打开</translation>
    </message>
    <message>
        <source>%1, not opened yet</source>
        <extracomment>read aloud of a tab: its name and caption</extracomment>
        <translation>%1，尚未打开</translation>
    </message>
</context>
<context>
    <name>arb::ui::FactCiting</name>
    <message>
        <source>Cite this</source>
        <translation>引用此处</translation>
    </message>
</context>
<context>
    <name>arb::ui::FactsPanel</name>
    <message>
        <source>What the file says</source>
        <translation>文件自述的信息</translation>
    </message>
    <message>
        <source>This is part of the platform&apos;s record; there is no file behind it.</source>
        <translation>这是平台记录的一部分，没有对应的文件。</translation>
    </message>
    <message>
        <source>Show exact place</source>
        <translation>显示确切位置</translation>
    </message>
    <message>
        <source>The exact place is personal data; it is hidden again with the next exhibit.</source>
        <translation>确切位置属于个人信息；换到下一件证据时会重新隐藏。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies these lines, with the whole digest</source>
        <translation>复制以上各行，包括完整的摘要值</translation>
    </message>
    <message>
        <source>Copy what the file says</source>
        <translation>复制文件自述的信息</translation>
    </message>
    <message>
        <source>Worth a second look: %1</source>
        <translation>值得再看一眼：%1</translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation>值得再看一眼</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>arb::ui::FilmBar</name>
    <message>
        <source>Frames left out: %1 %</source>
        <translation>略去的帧：%1%</translation>
    </message>
    <message>
        <source>Type a time such as 0:37.2, or a frame such as #1110.</source>
        <translation>请输入时间（如 0:37.2）或帧号（如 #1110）。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>跳转到</translation>
    </message>
    <message>
        <source>Go to a time or frame</source>
        <translation>跳转到某一时间或某一帧</translation>
    </message>
    <message>
        <source>This computer is too slow to show every frame in time. Those that are shown are shown at their time; pause and step to see all.</source>
        <translation>这台电脑来不及按时显示每一幅画面。显示出来的画面都在各自的时间上；如需逐幅查看，请暂停后单步前进。</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>The file is damaged here: this picture is not what was filmed.</source>
        <translation>文件在此处损坏：这幅画面不是当时拍摄的内容。</translation>
    </message>
    <message>
        <source>%1 % left out</source>
        <translation>略去 %1%</translation>
    </message>
</context>
<context>
    <name>arb::ui::FilmPanel</name>
    <message>
        <source>Near frame %1, which is on its way.</source>
        <translation>这是第 %1 帧附近的画面，准确的画面随后就到。</translation>
    </message>
    <message>
        <source>Damaged: there are no pictures from %1 to %2.</source>
        <translation>文件在此处损坏：从 %1 到 %2 没有画面。</translation>
    </message>
    <message>
        <source>Loop from %1 to %2</source>
        <translation>循环播放 %1 至 %2</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>已观看</translation>
    </message>
    <message>
        <source>Position in the video, as a frame number</source>
        <translation>视频中的位置（帧号）</translation>
    </message>
    <message>
        <source>The file is damaged here: this picture is not what was filmed.</source>
        <translation>文件在此处损坏：这幅画面不是当时拍摄的内容。</translation>
    </message>
    <message>
        <source>frame %1 / %2</source>
        <translation>第 %1 / %2 帧</translation>
    </message>
    <message>
        <source>Frame %1 at %2 cannot be decoded. Frame %3 is shown instead.</source>
        <translation>第 %1 帧（%2）无法解码，现显示第 %3 帧。</translation>
    </message>
    <message>
        <source>The film has sound, of a kind that cannot be played here (%1).</source>
        <translation>该视频有声音，但其编码无法在此播放（%1）。</translation>
    </message>
</context>
<context>
    <name>arb::ui::FilterChips</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Filter by: %1</source>
        <translation>按“%1”筛选</translation>
    </message>
    <message>
        <source>%1 (Delete empties it)</source>
        <translation>%1（按 Delete 清除）</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Filter by nothing</source>
        <translation>不做任何筛选</translation>
    </message>
</context>
<context>
    <name>arb::ui::FindPanel</name>
    <message>
        <source>Not found in this case</source>
        <translation>本案中没有找到</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Search in this case</source>
        <translation>在本案中搜索</translation>
    </message>
    <message>
        <source>Hits in this case</source>
        <translation>本案中找到的位置</translation>
    </message>
    <message>
        <source>Search all cases for these words (Ctrl+Shift+A)</source>
        <translation>在全部案件中搜索这些文字（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索（Esc）</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在搜索 …</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) so far</source>
        <translation>
            <numerusform>目前有 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be searched: %1</source>
        <translation>
            <numerusform>有 %n 个文件未能搜索：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::FindingsSheet</name>
    <message>
        <source>%1 – open, to be proved by the %2</source>
        <translation>%1：待认定（由%2举证）</translation>
    </message>
    <message>
        <source>%1 – open</source>
        <translation>%1：待认定</translation>
    </message>
    <message>
        <source>%1 (could change the suggestion)</source>
        <translation>%1（可能改变建议）</translation>
    </message>
    <message>
        <source>Findings (F)</source>
        <translation>认定（F）</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>+ proved, - not proved, 0 not enough to tell, Enter to write, Delete to remove</source>
        <translation>+ 成立，- 不成立，0 无法判断，回车填写说明，Delete 移除</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>%1 (%2 in the list)</source>
        <translation>%1（在列表中按 %2）</translation>
    </message>
    <message>
        <source>Share, e.g. 37.5 % or 9/24</source>
        <translation>比例，如 37.5 % 或 9/24</translation>
    </message>
    <message>
        <source>Share counted on the evidence</source>
        <translation>按证据计数得出的比例</translation>
    </message>
    <message>
        <source>What the evidence shows</source>
        <translation>证据说明了什么</translation>
    </message>
    <message>
        <source>Another finding …</source>
        <translation>添加认定……</translation>
    </message>
    <message>
        <source>Add another finding</source>
        <translation>添加一项认定</translation>
    </message>
    <message>
        <source>Cite this (C)</source>
        <translation>引用这一处（C）</translation>
    </message>
    <message>
        <source>Cite the place on show under the chosen finding</source>
        <translation>把正在查看的位置引用到所选认定</translation>
    </message>
    <message>
        <source>Cite the record</source>
        <translation>引用记录</translation>
    </message>
    <message>
        <source>Cite a line of the case&apos;s record under the chosen finding (Shift+C)</source>
        <translation>把案件记录中的一项引用到所选认定（Shift+C）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen finding or citation</source>
        <translation>移除所选的认定或引用</translation>
    </message>
    <message>
        <source>Sum, in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Sum found on the evidence</source>
        <translation>依证据认定的金额</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C cites the place on show and writes it here</source>
        <translation>按 Ctrl+Shift+C 引用当前显示的位置，并写入此处</translation>
    </message>
</context>
<context>
    <name>arb::ui::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>%1 的经过</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>何事</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Earlier record: %1</source>
        <translation>先前记录：%1</translation>
    </message>
</context>
<context>
    <name>arb::ui::ImageViewer</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图片：%1</translation>
    </message>
    <message>
        <source>The full resolution cannot be shown: %1.</source>
        <translation>无法显示完整分辨率：%1。</translation>
    </message>
    <message>
        <source>The file is damaged; what could be read is shown.</source>
        <translation>文件已损坏；显示的是能读出的部分。</translation>
    </message>
    <message>
        <source>%1 × %2 · %3 %</source>
        <extracomment>pixels wide, pixels high, zoom in percent</extracomment>
        <translation>%1 × %2 · %3%</translation>
    </message>
    <message>
        <source>%1, covered</source>
        <translation>%1，已遮盖</translation>
    </message>
    <message>
        <source>Words a machine reads in the picture</source>
        <translation>机器从图片中识别的文字</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Keep the reading as an exhibit</source>
        <translation>把识别的文字留作证据</translation>
    </message>
</context>
<context>
    <name>arb::ui::LogisticsViewer</name>
    <message>
        <source>Parcel track</source>
        <translation>物流轨迹</translation>
    </message>
</context>
<context>
    <name>arb::ui::LookPanel</name>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Black point</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>白场</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>全部颜色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Luma</source>
        <translation>亮度分量</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Tones as they are</source>
        <translation>恢复原色调</translation>
    </message>
    <message>
        <source>Levels, brightness, inversion and channel back to the file&apos;s own</source>
        <translation>色阶、亮度、反相和通道恢复为文件原样</translation>
    </message>
</context>
<context>
    <name>arb::ui::MainWindow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>What is to be changed, in one sentence</source>
        <translation>用一句话写明要修改什么</translation>
    </message>
    <message>
        <source>Submitted for approval: %1</source>
        <translation>已提交复核：%1</translation>
    </message>
    <message>
        <source>Recorded: %1. The ruling has not been sent yet.</source>
        <translation>已记录：%1。裁决尚未发出。</translation>
    </message>
    <message>
        <source>Undo signing (%1 s)</source>
        <translation>取消签署（%1 秒）</translation>
    </message>
    <message>
        <source>Recalled: %1. Your text is back as a draft.</source>
        <translation>已撤回裁决：%1。您写的内容已恢复为草稿。</translation>
    </message>
    <message>
        <source>Approved and in effect: %1</source>
        <translation>已同意并生效：%1</translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <translation>已退回修改：%1</translation>
    </message>
    <message>
        <source>Evidence asked for: %1. It comes back to you.</source>
        <translation>已要求举证：%1。期满后仍由您审理。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Why is this case skipped?</source>
        <translation>为什么跳过本案？</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
    <message>
        <source>Reports are for supervisors and auditors.</source>
        <translation>报表供主管和审计员查看。</translation>
    </message>
    <message>
        <source>Hand to supervisor</source>
        <translation>转主管</translation>
    </message>
    <message>
        <source>What should the supervisor look at?</source>
        <translation>需要主管看什么？</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>裁决结果</translation>
    </message>
    <message>
        <source>View of the queue</source>
        <translation>队列视图</translation>
    </message>
    <message>
        <source>Arbiter – demo</source>
        <translation>仲裁台 – 演示</translation>
    </message>
    <message>
        <source>Arbiter</source>
        <translation>仲裁台</translation>
    </message>
    <message>
        <source>DEMO · data is invented</source>
        <translation>演示 · 数据均为虚构</translation>
    </message>
    <message>
        <source>Advance the demo clock by 4 hours</source>
        <translation>演示时钟拨快 4 小时</translation>
    </message>
    <message>
        <source>Advance the demo clock by one day</source>
        <translation>演示时钟拨快 1 天</translation>
    </message>
    <message>
        <source>Desk time</source>
        <translation>仲裁台时间</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>审理</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>当前操作人是谁？</translation>
    </message>
    <message>
        <source>中文 / English (Ctrl+L)</source>
        <translation>中文 / English（Ctrl+L）</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Light or dark (Ctrl+D)</source>
        <translation>浅色或深色（Ctrl+D）</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Keys (?)</source>
        <translation>快捷键（?）</translation>
    </message>
    <message>
        <source>There is no signing to undo here.</source>
        <translation>这里没有可以取消的签署。</translation>
    </message>
    <message>
        <source>On the marked side nothing that can be cited is on show. Choose an exhibit there, a message or a scan.</source>
        <translation>选中的一侧目前没有可引用的内容。请在那一侧选择一件证据、一条消息或一条物流记录。</translation>
    </message>
    <message>
        <source>Cited under &quot;%1&quot;: %2</source>
        <translation>已引用到“%1”：%2</translation>
    </message>
    <message>
        <source>Blame</source>
        <translation>判责</translation>
    </message>
    <message>
        <source>Who is at fault?</source>
        <translation>判哪一方负责？</translation>
    </message>
    <message>
        <source>In the case&apos;s record: %1</source>
        <translation>案件记录：%1</translation>
    </message>
    <message>
        <source>In the evidence: %1</source>
        <translation>证据中：%1</translation>
    </message>
    <message>
        <source>This key belongs to the desk; G D leads there.</source>
        <translation>这个按键属于“审理”页；按 G D 可到那里。</translation>
    </message>
    <message>
        <source>View removed: %1</source>
        <translation>已移除视图：%1</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>导出所显示的内容</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>What you were told (G N)</source>
        <translation>给您的通知（G N）</translation>
    </message>
    <message>
        <source>%1 What is on the screen can still be read and copied; what you write is kept on this computer. The desk keeps trying.</source>
        <translation>%1 屏幕上的内容仍可阅读和复制，您写下的内容保存在本机。系统会继续尝试。</translation>
    </message>
    <message>
        <source>%1 Reading, searching and exporting work as before; what you write is kept on this computer.</source>
        <translation>%1 阅读、搜索和导出照常可用，您写下的内容保存在本机。</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>撤销（%1 秒）</translation>
    </message>
    <message>
        <source>All views, also your own</source>
        <translation>全部视图，包括自己的</translation>
    </message>
    <message>
        <source>On the queue page: marked cases</source>
        <translation>队列页：处理选中的案件</translation>
    </message>
    <message>
        <source>In a table: copy the marked rows</source>
        <translation>表格中：复制选中的行</translation>
    </message>
    <message>
        <source>On the queue page: write what is shown to a file</source>
        <translation>队列页：把所显示的内容写入文件</translation>
    </message>
    <message>
        <source>On the queue page: keep as a view</source>
        <translation>队列页：保存为视图</translation>
    </message>
    <message>
        <source>+4 h</source>
        <translation>+4 小时</translation>
    </message>
    <message>
        <source>+1 d</source>
        <translation>+1 天</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The whole queue as a table (G Q)</source>
        <translation>以表格查看整个队列（G Q）</translation>
    </message>
    <message>
        <source>One case beside the list (G D)</source>
        <translation>在列表旁审理一个案件（G D）</translation>
    </message>
    <message>
        <source>Claimed: %1</source>
        <translation>已领取：%1</translation>
    </message>
    <message>
        <source>Released: %1</source>
        <translation>已放回：%1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Handed to a supervisor: %1</source>
        <translation>已转主管：%1</translation>
    </message>
    <message>
        <source>Note written: %1</source>
        <translation>备注已写入：%1</translation>
    </message>
    <message>
        <source>No case is marked. Choose a row first; J and K walk through them.</source>
        <translation>没有选中案件。请先选择一行，可用 J、K 移动。</translation>
    </message>
    <message>
        <source>A case is being claimed already; its answer comes first.</source>
        <translation>正在领取一件案件，请等它有了结果。</translation>
    </message>
    <message>
        <source>Why is %1 skipped?</source>
        <translation>为什么跳过 %1？</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Waiting for the database</source>
        <translation>正在等待数据库</translation>
    </message>
    <message>
        <source>The database is busy with somebody else&apos;s work; the answer comes by itself.</source>
        <translation>数据库正在处理其他人的操作，结果会自动显示。</translation>
    </message>
    <message>
        <source>Signing undone: %1. Your text is back as a draft.</source>
        <translation>已取消签署：%1。您写的内容已恢复为草稿。</translation>
    </message>
    <message>
        <source>%1 Unread in all: %2.</source>
        <translation>%1共有 %2未读。</translation>
    </message>
    <message>
        <source>Show an exhibit of the other side here</source>
        <translation>在此显示另一侧的证据</translation>
    </message>
    <message>
        <source>No picture on show is covered.</source>
        <translation>当前显示的图片都没有遮盖。</translation>
    </message>
    <message>
        <source>Pictures are shown at once.</source>
        <translation>图片将直接显示。</translation>
    </message>
    <message>
        <source>Pictures are blurred until you press O.</source>
        <translation>图片将模糊显示，按 O 键后才可看清。</translation>
    </message>
    <message>
        <source>Pictures are grey until you press O.</source>
        <translation>图片将以灰色遮盖，按 O 键后才可看清。</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>已接手：%1</translation>
    </message>
    <message>
        <source>You hold this case already.</source>
        <translation>您已持有本案。</translation>
    </message>
    <message>
        <source>Nobody holds this case, so there is nobody to take it over from.</source>
        <translation>本案目前无人持有，无从接手。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Why do you take this case over? %1 is told.</source>
        <translation>为什么接手本案？系统会告知%1。</translation>
    </message>
    <message>
        <source>The mark was removed.</source>
        <translation>标注已删除。</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>已搁置：%1</translation>
    </message>
    <message>
        <source>On the queue page: claim, skip or park the case of the current row</source>
        <translation>在队列页：领取、跳过或搁置当前行的案件</translation>
    </message>
    <message>
        <source>Note removed: %1</source>
        <translation>备注已移除：%1</translation>
    </message>
    <message>
        <source>Kept as exhibit %1 of %2. W leads from there to its source.</source>
        <translation>已保存为 %2 的证据 %1。在那里按 W 可回到出处。</translation>
    </message>
    <message>
        <source>The note stands in the reasons now.</source>
        <translation>备注已写入裁决理由。</translation>
    </message>
    <message>
        <source>The exhibit on show was handed in; it was not made of another one.</source>
        <translation>当前证据由当事方提交，并非取自其他证据。</translation>
    </message>
    <message>
        <source>In the reasons or a finding: cite the place on show and write it there</source>
        <translation>在理由或认定中：引用当前显示的位置并写入文字</translation>
    </message>
    <message>
        <source>On the timeline: next and previous moment, other lane; Return goes there</source>
        <translation>在时间线上：下一个、上一个时刻，换到另一行；按回车前往</translation>
    </message>
    <message>
        <source>On the timeline: nearer, farther, everything, the case&apos;s own time, earlier, later</source>
        <translation>在时间线上：放大、缩小、全部显示、本案时段、更早、更晚</translation>
    </message>
    <message>
        <source>In a chat: open the picture or film of the message, or go to what it answers</source>
        <translation>在聊天记录中：打开消息的图片或视频，或转到它所回复的消息</translation>
    </message>
    <message>
        <source>In a chat: another part of a long message</source>
        <translation>在聊天记录中：长消息的另一部分</translation>
    </message>
    <message>
        <source>In a chat&apos;s search field: go to the message of this number, or to the first of this day</source>
        <translation>在聊天记录的搜索框中：转到该编号的消息，或当天的第一条消息</translation>
    </message>
    <message>
        <source>Found in: %1. Hits in this case: %2. Ctrl+Shift+F lists them.</source>
        <translation>找到于：%1。本案共 %2 处，按 Ctrl+Shift+F 可逐条查看。</translation>
    </message>
    <message>
        <source>The picture was not kept: its place is not in it, or there is not enough memory for it.</source>
        <translation>图片没有保存：位置不在图片之内，或者内存不足。</translation>
    </message>
    <message>
        <source>This key does nothing in what the active side shows.</source>
        <translation>当前一侧所显示的内容用不上这个键。</translation>
    </message>
    <message>
        <source>Letter to the buyer</source>
        <translation>致买家的裁决书</translation>
    </message>
    <message>
        <source>Letter to the merchant</source>
        <translation>致商家的裁决书</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>On the queue page: choose a column of the table, sort by it, again the other way round</source>
        <translation>在队列页：选择表格的列，按该列排序，再按一次则反序</translation>
    </message>
</context>
<context>
    <name>arb::ui::ManyDialog</name>
    <message numerus="yes">
        <source>%n marked case(s)</source>
        <translation>
            <numerusform>选中的 %n 个案件</numerusform>
        </translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation>要加的标签</translation>
    </message>
    <message>
        <source>Tags to take off</source>
        <translation>要去掉的标签</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>until evidence arrives</source>
        <translation>直到证据到来</translation>
    </message>
    <message>
        <source>several with commas between</source>
        <translation>多个以逗号分隔</translation>
    </message>
    <message>
        <source>What becomes of each case</source>
        <translation>每个案件的结果</translation>
    </message>
    <message>
        <source>Cases done</source>
        <translation>已处理的案件</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>全部撤回</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Your role may do none of this with many cases at once.</source>
        <translation>您的角色不能批量进行这些操作。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take back what can be taken back (Ctrl+Z)</source>
        <translation>撤回可以撤回的部分（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>arb::ui::MarkPanel</name>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>%1 times mark %2</source>
        <translation>标注 %2 的 %1 倍</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>arb::ui::Marks</name>
    <message>
        <source>%1 px</source>
        <extracomment>a length in pixels of the picture</extracomment>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Freehand line</source>
        <translation>手绘线</translation>
    </message>
    <message>
        <source>Written text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>片段</translation>
    </message>
</context>
<context>
    <name>arb::ui::NoteDialog</name>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>A note of the desk. @ and a name tells a colleague.</source>
        <translation>内部备注。输入 @ 和姓名可通知同事。</translation>
    </message>
    <message>
        <source>Pinned to %1</source>
        <translation>钉在 %1</translation>
    </message>
    <message>
        <source>Who may read the note</source>
        <translation>谁可以看到备注</translation>
    </message>
    <message>
        <source>Never in anything that a party reads</source>
        <translation>绝不出现在当事方看到的任何文字里</translation>
    </message>
    <message>
        <source>It may stand in reasons and letters</source>
        <translation>可以写入裁决理由和函件</translation>
    </message>
    <message>
        <source>People of the desk</source>
        <translation>仲裁台人员</translation>
    </message>
</context>
<context>
    <name>arb::ui::NotesPanel</name>
    <message>
        <source>No notes yet. N writes one at the place on show.</source>
        <translation>还没有备注。按 N 在当前位置写一条。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条备注</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes of the case</source>
        <translation>本案备注</translation>
    </message>
    <message>
        <source>Write a note (N)</source>
        <translation>写备注（N）</translation>
    </message>
    <message>
        <source>Go to the place of the note (Enter)</source>
        <translation>前往备注所在位置（Enter）</translation>
    </message>
    <message>
        <source>Put the note into the reasons</source>
        <translation>把备注写入裁决理由</translation>
    </message>
    <message>
        <source>Remove the note (Delete)</source>
        <translation>移除备注（Delete）</translation>
    </message>
    <message>
        <source>Close the notes (Esc)</source>
        <translation>关闭备注（Esc）</translation>
    </message>
</context>
<context>
    <name>arb::ui::NoticesDialog</name>
    <message>
        <source>Nothing new for you.</source>
        <translation>没有新的通知。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put all aside</source>
        <translation>全部收起</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>arb::ui::ParkDialog</name>
    <message>
        <source>Until evidence arrives, at the longest until its deadline</source>
        <translation>直到收到证据，最长到它的期限</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Until when is this case put aside?</source>
        <translation>本案搁置到什么时候？</translation>
    </message>
    <message>
        <source>Until when is %1 put aside?</source>
        <translation>%1 搁置到什么时候？</translation>
    </message>
    <message>
        <source>It comes back by itself, or earlier when evidence arrives.</source>
        <translation>到时自动回到队列，收到证据则提前回来。</translation>
    </message>
</context>
<context>
    <name>arb::ui::PictureCanvas</name>
    <message>
        <source>What is written here</source>
        <translation>此处写的文字</translation>
    </message>
    <message>
        <source>Note, may be left empty</source>
        <translation>备注，可留空</translation>
    </message>
    <message>
        <source>Note of the mark</source>
        <translation>标注的备注</translation>
    </message>
    <message>
        <source>Title, may be left empty</source>
        <translation>标题，可以留空</translation>
    </message>
    <message>
        <source>Title of the mark</source>
        <translation>标注的标题</translation>
    </message>
</context>
<context>
    <name>arb::ui::QueuePage</name>
    <message>
        <source>Keep as a view</source>
        <translation>保存为视图</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>未写入：%1</translation>
    </message>
    <message>
        <source>Writing was stopped; no file was left behind.</source>
        <translation>已停止写入，没有留下文件。</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>恢复常用列</translation>
    </message>
    <message>
        <source>Mark the cases first: Shift or Ctrl with the arrow keys or the mouse, Ctrl+A for all.</source>
        <translation>请先选中案件：按住 Shift 或 Ctrl 配合方向键或鼠标，Ctrl+A 全选。</translation>
    </message>
    <message>
        <source>At most %1 cases at once; %2 are marked.</source>
        <translation>一次最多处理 %1 个案件；现已选中 %2 个。</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>A view of yours has this name; it will be replaced.</source>
        <translation>您已有同名视图，它将被替换。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The first cases are here; the rest is being read …</source>
        <translation>最前面的案件已显示，其余正在读取……</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>已选中 %1 个</translation>
    </message>
    <message>
        <source>No case is in this view.</source>
        <translation>此视图中没有案件。</translation>
    </message>
    <message>
        <source>No case matches the filter. Empty the search box and the chips to see all.</source>
        <translation>没有案件符合筛选条件。清空搜索框和筛选按钮即可查看全部。</translation>
    </message>
    <message>
        <source>Search: case number, order, product, parties, chat, reasons …</source>
        <translation>搜索：案件号、订单、商品、双方、聊天、理由……</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>搜索案件</translation>
    </message>
    <message>
        <source>Words, or keys like state:queued and amount:&gt;=100000 (/)</source>
        <translation>输入词语，或 state:queued、amount:&gt;=100000 这样的条件（/）</translation>
    </message>
    <message>
        <source>Marked cases …</source>
        <translation>选中的案件……</translation>
    </message>
    <message>
        <source>Assign, release, park or tag the marked cases (M)</source>
        <translation>分派、释放、搁置选中的案件或加标签（M）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the marked rows as they are shown (Ctrl+C)</source>
        <translation>按所显示的样子复制选中的行（Ctrl+C）</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>选择要显示的列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write everything that is shown as CSV or XLSX (Ctrl+E)</source>
        <translation>把所显示的全部内容写成 CSV 或 XLSX（Ctrl+E）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cases written</source>
        <translation>已写入的案件</translation>
    </message>
    <message>
        <source>Cases in the queue</source>
        <translation>队列中的案件</translation>
    </message>
    <message>
        <source>At most %1 rows go to the clipboard; writing them to a file (Ctrl+E) knows no limit.</source>
        <translation>剪贴板最多容纳 %1 行；写入文件（Ctrl+E）则没有上限。</translation>
    </message>
    <message>
        <source>The rows could not be read; the clipboard was left as it was.</source>
        <translation>未能读取这些行，剪贴板保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing: %1 of %2 case(s)</source>
        <translation>
            <numerusform>正在写入：%1 / %2 个案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Sort by a column; in the table Left and Right choose one, Shift+O sorts by it</source>
        <translation>按列排序；在表格中用左右键选列，Shift+O 按该列排序</translation>
    </message>
    <message>
        <source>Sort the cases</source>
        <translation>案件排序</translation>
    </message>
    <message>
        <source>Columns; a click sorts, or Shift+O by the column of the current cell</source>
        <translation>列；点击即排序，或按 Shift+O 以当前单元格所在列排序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sorted by %1, descending</source>
        <translation>按%1降序排列</translation>
    </message>
    <message>
        <source>Sorted by %1, ascending</source>
        <translation>按%1升序排列</translation>
    </message>
</context>
<context>
    <name>arb::ui::QueuePanel</name>
    <message>
        <source>View of the queue</source>
        <translation>队列视图</translation>
    </message>
    <message>
        <source>Filter: words, state:queued, amount:&gt;=100000 …</source>
        <translation>筛选：关键词、state:queued、amount:&gt;=100000 ……</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Filter the queue (/)</source>
        <translation>筛选队列（/）</translation>
    </message>
    <message>
        <source>Cases in the queue</source>
        <translation>队列中的案件</translation>
    </message>
    <message>
        <source>Take next case</source>
        <translation>领取下一件</translation>
    </message>
    <message>
        <source>Take the case that comes first (F2)</source>
        <translation>领取排在最前的案件（F2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No case is waiting</source>
        <translation>现在没有待裁决的案件</translation>
    </message>
    <message>
        <source>You hold no case. F2 takes the next.</source>
        <translation>您手上没有案件。按 F2 领取下一件。</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>今天没有到期的案件。</translation>
    </message>
    <message>
        <source>No case waits for a buyer.</source>
        <translation>没有等待买家的案件。</translation>
    </message>
    <message>
        <source>No case waits for a merchant.</source>
        <translation>没有等待商家的案件。</translation>
    </message>
    <message>
        <source>Nothing waits for approval.</source>
        <translation>没有待复核的裁决。</translation>
    </message>
    <message>
        <source>No appeal is waiting.</source>
        <translation>没有待处理的申诉。</translation>
    </message>
    <message>
        <source>No case of high value is waiting.</source>
        <translation>没有待裁决的高金额案件。</translation>
    </message>
    <message>
        <source>There is no case yet. Bundles can be dropped on the window.</source>
        <translation>还没有案件。可以把案件包拖到窗口里导入。</translation>
    </message>
    <message>
        <source>No case matches the filter. Clear it to see all (/ Esc).</source>
        <translation>没有符合筛选条件的案件。清除筛选可看到全部（/ Esc）。</translation>
    </message>
    <message>
        <source>Stands here: %1</source>
        <translation>排在此处：%1</translation>
    </message>
</context>
<context>
    <name>arb::ui::ReadingPanel</name>
    <message>
        <source>Lines read by a machine</source>
        <translation>机器识别的各行文字</translation>
    </message>
    <message>
        <source>The picture is being read …</source>
        <translation>正在识别图片……</translation>
    </message>
    <message>
        <source>Reading is not installed: the package tesseract-ocr-chi-sim brings it. Everything else works without it.</source>
        <translation>未安装文字识别：软件包 tesseract-ocr-chi-sim 提供此功能。没有它，其他功能照常使用。</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <translation>未能识别这张图片。</translation>
    </message>
</context>
<context>
    <name>arb::ui::ReportsPage</name>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>记分</translation>
    </message>
    <message>
        <source>Points by month: %1</source>
        <translation>按月记分：%1</translation>
    </message>
    <message>
        <source>Points by month</source>
        <translation>按月记分</translation>
    </message>
    <message>
        <source>Merchants by penalty points</source>
        <translation>商家记分排行</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>First day of the period</source>
        <translation>期间首日</translation>
    </message>
    <message>
        <source>Last day of the period</source>
        <translation>期间末日</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>Standing level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Points by month, the same figures as the chart</source>
        <translation>按月记分，与图表数字相同</translation>
    </message>
    <message>
        <source>Chart of points by month</source>
        <translation>按月记分图</translation>
    </message>
    <message>
        <source>Cases of the chosen merchant</source>
        <translation>所选商家的案件</translation>
    </message>
    <message>
        <source>Cases behind these figures (Enter opens)</source>
        <translation>这些数字对应的案件（Enter 打开）</translation>
    </message>
    <message>
        <source>Level %1: no effect</source>
        <translation>等级 %1：无影响</translation>
    </message>
    <message>
        <source>Level %1: %2</source>
        <translation>等级 %1：%2</translation>
    </message>
    <message>
        <source>Repeat pattern: %1 for one reason, ruled against the merchant</source>
        <translation>重复模式：%1，同一理由，均裁定商家责任</translation>
    </message>
    <message>
        <source>The first day lies after the last. Choose another.</source>
        <translation>开始日期晚于结束日期，请另选。</translation>
    </message>
</context>
<context>
    <name>arb::ui::RulingPanel</name>
    <message>
        <source>%1 merchant · %2 buyer</source>
        <translation>商家 %1 · 买家 %2</translation>
    </message>
    <message>
        <source>A second person is needed: %1</source>
        <translation>须第二人复核：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>no outcome chosen</source>
        <translation>还没有选择裁决结果</translation>
    </message>
    <message>
        <source>Sign and open next</source>
        <translation>签署并打开下一件</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>提交复核</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>没有打开的案件。</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>请选择……</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>不判责</translation>
    </message>
    <message>
        <source>as filed</source>
        <translation>与申请理由相同</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the suggestion&apos;s</source>
        <translation>按建议的条款</translation>
    </message>
    <message>
        <source>none applies</source>
        <translation>无适用条款</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>裁决结果</translation>
    </message>
    <message>
        <source>Outcome %1: %2</source>
        <translation>裁决结果 %1：%2</translation>
    </message>
    <message>
        <source>Refund, ¥</source>
        <translation>退款（元）</translation>
    </message>
    <message>
        <source>Why no return</source>
        <translation>无需退货的原因</translation>
    </message>
    <message>
        <source>Blame</source>
        <translation>判责</translation>
    </message>
    <message>
        <source>Merchant&apos;s share</source>
        <translation>商家比例</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用分担</translation>
    </message>
    <message>
        <source>Reason found</source>
        <translation>认定理由</translation>
    </message>
    <message>
        <source>Outbound freight</source>
        <translation>寄出运费</translation>
    </message>
    <message>
        <source>Return freight</source>
        <translation>退货运费</translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation>资金来自</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Counts toward the merchant&apos;s metrics</source>
        <translation>计入商家纠纷指标</translation>
    </message>
    <message>
        <source>Conduct: %1</source>
        <translation>行为：%1</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>裁决理由</translation>
    </message>
    <message>
        <source>Reasons in Chinese</source>
        <translation>裁决理由（中文）</translation>
    </message>
    <message>
        <source>Reasons in English (optional)</source>
        <translation>裁决理由（英文，可不填）</translation>
    </message>
    <message>
        <source>Reasons in English</source>
        <translation>裁决理由（英文）</translation>
    </message>
    <message>
        <source>Why you depart from the suggestion</source>
        <translation>不采用建议的理由</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>签署后的后果</translation>
    </message>
    <message>
        <source>Sign and stay</source>
        <translation>签署，留在本案</translation>
    </message>
    <message>
        <source>Ask for evidence (R)</source>
        <translation>要求举证（R）</translation>
    </message>
    <message>
        <source>Hand to supervisor (E)</source>
        <translation>转主管（E）</translation>
    </message>
    <message>
        <source>Skip (S)</source>
        <translation>跳过（S）</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放回队列</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>同意并生效</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Recall ruling</source>
        <translation>撤回裁决</translation>
    </message>
    <message>
        <source>Citations of the ruling</source>
        <translation>裁决中的引用</translation>
    </message>
    <message>
        <source>Possible until execution starts; both parties are told</source>
        <translation>执行开始前可撤回，双方会收到通知</translation>
    </message>
    <message>
        <source>Cannot sign yet: %1.</source>
        <translation>还不能签署：%1。</translation>
    </message>
    <message>
        <source>Why does nothing go back?</source>
        <translation>为什么无需寄回？</translation>
    </message>
    <message>
        <source>Use the suggestion (U)</source>
        <translation>采用建议（U）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The clause&apos;s text and the facts that the suggestion rests on</source>
        <translation>条款原文，以及建议所依据的事实</translation>
    </message>
    <message>
        <source>Why this is suggested</source>
        <translation>建议的依据</translation>
    </message>
    <message>
        <source>Claim this case (L)</source>
        <translation>领取本案（L）</translation>
    </message>
    <message>
        <source>Who drafted a ruling does not approve it.</source>
        <translation>起草裁决的人不能复核自己的裁决。</translation>
    </message>
    <message>
        <source>Approve the ruling (Ctrl+Enter)</source>
        <translation>复核通过（Ctrl+Enter）</translation>
    </message>
    <message numerus="yes">
        <source>%n new exhibit(s) not yet seen</source>
        <translation>
            <numerusform>有 %n 件新证据未看</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over … (Shift+L)</source>
        <translation>接手本案 …（Shift+L）</translation>
    </message>
    <message>
        <source>The case and what was written come to you; its holder is told why</source>
        <translation>案件与已写的内容一并转到您手中；原持有人会收到原因说明</translation>
    </message>
    <message>
        <source>This desk gives out cases in order: F2 takes the next one. Choosing one is for supervisors.</source>
        <translation>本工作台按顺序派发案件，按 F2 领取下一件；挑选案件由主管进行。</translation>
    </message>
    <message>
        <source>Park (Shift+S)</source>
        <translation>搁置 (Shift+S)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C cites the place on show and writes it here</source>
        <translation>按 Ctrl+Shift+C 引用当前显示的位置，并写入此处</translation>
    </message>
    <message>
        <source>Letter to a side</source>
        <translation>裁决书</translation>
    </message>
    <message>
        <source>A PDF that tells one side how the case was decided, with nothing of the other side&apos;s data</source>
        <translation>告知一方裁决结果的 PDF，不含另一方的个人数据</translation>
    </message>
    <message>
        <source>Letter to the buyer … (G B)</source>
        <translation>致买家的裁决书…（G B）</translation>
    </message>
    <message>
        <source>Letter to the merchant … (G M)</source>
        <translation>致商家的裁决书…（G M）</translation>
    </message>
    <message>
        <source>Which ruling to read</source>
        <translation>选择要查看的裁决</translation>
    </message>
    <message>
        <source>Earlier rulings of this case, with what they cite</source>
        <translation>本案此前的裁决及其引用</translation>
    </message>
    <message>
        <source>The case as it stands</source>
        <translation>案件现状</translation>
    </message>
    <message>
        <source>An earlier ruling was on show. This is the case as it stands: press again to sign.</source>
        <translation>刚才显示的是此前的裁决。现在显示的是案件现状：再按一次即可签署。</translation>
    </message>
</context>
<context>
    <name>arb::ui::SearchBar</name>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Search in this exhibit</source>
        <translation>在本件证据中搜索</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>These pages carry no text to search</source>
        <translation>这些页面没有可供搜索的文字</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>没有文字</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) without text</source>
        <translation>
            <numerusform>%n 页没有文字</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pages read</source>
        <extracomment>how far a search through a document has come</extracomment>
        <translation>已读 %1/%2 页</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n 页无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all read</source>
        <translation>未能全部读取</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>目前尚未找到</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>目前第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>arb::ui::ShowError</name>
    <message>
        <source>the file is not in the evidence store</source>
        <translation>证据库中没有该文件</translation>
    </message>
    <message>
        <source>the bytes in the evidence store do not match their checksum</source>
        <translation>证据库中的文件与校验值不符</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file could not be read</source>
        <translation>未能读取文件</translation>
    </message>
    <message>
        <source>its content is not in a format that can be shown here</source>
        <translation>其内容不是这里能显示的格式</translation>
    </message>
    <message>
        <source>it is encrypted or uses a variant that is not let in</source>
        <translation>文件已加密，或使用了不予接受的格式变体</translation>
    </message>
    <message>
        <source>it is larger than the limits allow</source>
        <translation>文件超过允许的上限</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>it took longer than the limit allows</source>
        <translation>处理时间超过上限</translation>
    </message>
    <message>
        <source>the program that reads it (poppler-utils) is not installed</source>
        <translation>没有安装读取它的程序（poppler-utils）</translation>
    </message>
    <message>
        <source>it was put aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>its file is larger than the limit of %1 MB</source>
        <translation>文件超过 %1 MB 的上限</translation>
    </message>
    <message>
        <source>it is larger than the limit of %1 million pixels</source>
        <translation>它超过 %1 百万像素的上限</translation>
    </message>
    <message>
        <source>the program that decodes files of parties (arbiter-decode) is missing or does not start</source>
        <translation>用来解码当事人文件的程序（arbiter-decode）缺失或无法启动</translation>
    </message>
    <message>
        <source>it could not be decoded: the decoder broke off over it, three times</source>
        <translation>无法解码：解码器处理它时连续三次中断</translation>
    </message>
    <message>
        <source>it has more frames than the limits allow</source>
        <translation>它的帧数超过上限</translation>
    </message>
    <message>
        <source>it has more frames than the limit of %1</source>
        <translation>它的帧数超过 %1 帧的上限</translation>
    </message>
    <message>
        <source>it has more text than the limit of %1 MB</source>
        <translation>它的文字超过 %1 MB 的上限</translation>
    </message>
    <message>
        <source>it takes more memory to decode than the decoder may have</source>
        <translation>解码它所需的内存超过解码器的上限</translation>
    </message>
    <message>
        <source>this file holds sound, but no pictures</source>
        <translation>此文件只有声音，没有画面</translation>
    </message>
    <message>
        <source>it took longer than the limit of %1 seconds</source>
        <translation>处理时间超过 %1 秒的上限</translation>
    </message>
    <message>
        <source>its file is larger than the limit of %1 KB</source>
        <translation>文件超过 %1 KB 的上限</translation>
    </message>
    <message>
        <source>its file is larger than the limits allow</source>
        <translation>文件超过允许的上限</translation>
    </message>
</context>
<context>
    <name>arb::ui::TextViewer</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>文字：%1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>arb::ui::TimelineCanvas</name>
    <message numerus="yes">
        <source>%n event(s), the first: %1</source>
        <translation>
            <numerusform>%n 个事件，第一个：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>This case has no times yet.</source>
        <translation>本案还没有任何时间。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) before what is shown</source>
        <translation>
            <numerusform>显示范围之前有 %n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) after what is shown</source>
        <translation>
            <numerusform>显示范围之后有 %n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>更早 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later</source>
        <translation>
            <numerusform>更晚 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>arb::ui::TimelinePanel</name>
    <message numerus="yes">
        <source>Timeline, %n hint(s), no verdict</source>
        <translation>
            <numerusform>时间线，%n 条提示，并非结论</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all times</source>
        <translation>显示全部时间</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Cite what is chosen</source>
        <translation>引用所选内容</translation>
    </message>
    <message>
        <source>Cite the event (C), or both facts of the hint that is chosen</source>
        <translation>引用该事件（C），或引用所选提示的两项事实</translation>
    </message>
    <message>
        <source>Close the timeline</source>
        <translation>关闭时间线</translation>
    </message>
    <message>
        <source>Close the timeline (T or Escape)</source>
        <translation>关闭时间线（T 或 Esc）</translation>
    </message>
    <message>
        <source>What does not fit together</source>
        <translation>对不上的时间</translation>
    </message>
    <message>
        <source>Events by time</source>
        <translation>按时间排列的事件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>本案</translation>
    </message>
    <message>
        <source>Show the case&apos;s own time</source>
        <translation>显示本案时段</translation>
    </message>
    <message>
        <source>Show the case&apos;s own time, from the order on (D)</source>
        <translation>显示本案时段，自下单起（D）</translation>
    </message>
    <message>
        <source>Show all times, however far apart (0)</source>
        <translation>显示全部时间，无论相隔多远（0）</translation>
    </message>
</context>
<context>
    <name>arb::ui::TrackModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>寄回</translation>
    </message>
    <message>
        <source>The way out</source>
        <translation>寄出</translation>
    </message>
</context>
<context>
    <name>arb::ui::VideoViewer</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Video: %1</source>
        <translation>视频：%1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed. Sound plays at normal speed only.</source>
        <translation>速度。只有正常速度才播放声音。</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <source>One second forward</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>There is no sound device here; the video plays silently.</source>
        <translation>没有声音设备；视频静音播放。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关闭声音</translation>
    </message>
    <message>
        <source>Loop from this frame</source>
        <translation>从这一帧开始循环</translation>
    </message>
    <message>
        <source>Loop up to this frame</source>
        <translation>循环到这一帧为止</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>取消循环</translation>
    </message>
    <message>
        <source>Keep this frame as a picture</source>
        <translation>将这一帧保存为图片</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>全屏或返回</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>后退十帧</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>前进十帧</translation>
    </message>
    <message>
        <source>Five seconds back</source>
        <translation>后退五秒</translation>
    </message>
    <message>
        <source>Five seconds forward</source>
        <translation>前进五秒</translation>
    </message>
    <message>
        <source>Thirty seconds back</source>
        <translation>后退三十秒</translation>
    </message>
    <message>
        <source>Thirty seconds forward</source>
        <translation>前进三十秒</translation>
    </message>
    <message>
        <source>Go to a time or frame</source>
        <translation>跳转到某一时间或某一帧</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>复制这一帧</translation>
    </message>
    <message>
        <source>This video is on the full screen. Esc brings it back.</source>
        <translation>此视频正在全屏显示。按 Esc 返回。</translation>
    </message>
    <message>
        <source>Next place pointed out</source>
        <translation>下一处标示的地方</translation>
    </message>
    <message>
        <source>Place pointed out before</source>
        <translation>上一处标示的地方</translation>
    </message>
    <message>
        <source>What is pointed out here</source>
        <translation>这里标示的是什么</translation>
    </message>
</context>
<context>
    <name>arb::ui::ViewList</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>V, then %1</source>
        <translation>先按 V，再按 %1</translation>
    </message>
    <message>
        <source>Kept by you: %1</source>
        <translation>您保存的视图：%1</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Views of the queue</source>
        <translation>队列的视图</translation>
    </message>
    <message>
        <source>Keep …</source>
        <translation>保存……</translation>
    </message>
    <message>
        <source>Keep what is on show as a view of your own (Ctrl+S)</source>
        <translation>把当前显示的内容保存为自己的视图（Ctrl+S）</translation>
    </message>
    <message>
        <source>Keep as a view of your own</source>
        <translation>保存为自己的视图</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名……</translation>
    </message>
    <message>
        <source>Give the marked view of your own another name</source>
        <translation>给选中的自有视图换个名称</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the marked view of your own; this can be undone (Delete in the list)</source>
        <translation>移除选中的自有视图，可以撤销（列表中按 Delete）</translation>
    </message>
    <message>
        <source>Remove the view</source>
        <translation>移除视图</translation>
    </message>
</context>
<context>
    <name>arb::ui::Viewer</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Parcel track</source>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>arb::ui::ViewerWidget</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cite this (C)</source>
        <translation>引用此处（C）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be shown: %2. Other exhibits are not affected; you can ask the %3 to hand it in again.</source>
        <translation>“%1”无法显示：%2。其他证据不受影响；可以请%3重新提交。</translation>
    </message>
</context>
<context>
    <name>arb::ui::WaitSign</name>
    <message>
        <source>Decoding …</source>
        <translation>正在解码…</translation>
    </message>
    <message>
        <source>Decoding … this takes long.</source>
        <translation>正在解码…用时较长。</translation>
    </message>
</context>
</TS>
