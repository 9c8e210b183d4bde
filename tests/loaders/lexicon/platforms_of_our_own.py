"""Minutes of two platforms that nobody has heard of, and what teaches Yange to read them. All of it is invented."""

from __future__ import annotations

VALLEY = """花東縱谷鄉鎮合作平臺「農遊」分會第2次聯席會議紀錄

壹、會議時間：113年5月8日（三）下午2時
貳、會議地點：玉里鎮公所三樓會議室
參、主席：陳鎮長春生　　紀錄：林小禾
肆、出席：玉里鎮公所、池上鄉公所、關山鎮公所、富里鄉公所

伍、追蹤議案
一、「縱谷稻香慢行」案（玉里鎮公所觀光課提）
辦理情形：玉里鎮公所觀光課已完成路線踏查，池上鄉公所農業課提供腳踏車停放點。
議定事項：繼續盯案，請關山鎮公所農業課於113年7月31日前補齊指標。
二、「四鄉鎮農夫市集輪辦」案（池上鄉公所提）
辦理情形：已輪辦二場，池上鄉公所農業課彙整成果。
議定事項：准予下架，並請富里鄉公所農業課移交攤位名冊。
三、「秀姑巒溪共同護溪」案
辦理情形：富里鄉公所建設課已與玉里鎮公所建設課會勘。
議定事項：本案與「源流淨溪日」案合流為「縱谷護溪日」案，繼續盯案。

陸、新提議案
一、「鐵馬補給站共用」案（關山鎮公所觀光課提）
議定事項：同意上架，請玉里鎮公所觀光課於6月15日前提供地點清單。

柒、散會：下午4時10分
"""
"""Townships of a valley: members that are no cities, words of their own for what is decided."""

OVERSEAS = """臺琉城市結盟圓桌會　觀光班　第3回會議紀錄

一、日期：2024年6月14日上午10時
二、地點：那霸市役所大會議室
三、主席：知念副市長　　紀錄：比嘉
四、參加者：臺北市政府觀光傳播局、基隆市政府、那霸市役所、石垣市役所

五、既有項目
（一）「雙城燈節互訪」案（基隆市提）
近況：那霸市役所觀光課已邀請基隆市政府產業發展處參加十月那霸大綱挽祭。
合意：保留於清單，由那霸市役所觀光課於2024年8月30日前函送節目表。
（二）「郵輪岸上遊程串接」案（石垣市提）
近況：石垣市役所港灣課與臺北市政府觀光傳播局已試辦兩航次。
合意：自清單除名。

六、新項目
（一）「高校教育旅行互換」案（那霸市提）
合意：登上清單，請臺北市政府教育局與那霸市教育委員會於7月20日前開工作會議。

七、閉會：正午
"""
"""Cities of two countries: a platform, a group, labels and decisions that no list has."""

TEACH_VALLEY = """
platform 花東縱谷鄉鎮合作平臺 --word 縱谷 --member 玉里鎮 --member 池上鄉 --member 關山鎮 --member 富里鄉
group 農遊分會
city 玉里鎮 --office 玉里鎮公所
city 池上鄉 --office 池上鄉公所
city 關山鎮 --office 關山鎮公所
city 富里鄉 --office 富里鄉公所
phrase --means continued 繼續盯案
phrase --means delisted 准予*下架
phrase --means established 同意上架
phrase --means merged 合流
heading --means tracked_cases 追蹤議案
heading --means new_cases 新提議案
"""
"""What follows ``yange lexicon add``, line by line."""

TEACH_OVERSEAS = """
platform 臺琉城市結盟圓桌會 --word 臺琉 --member 臺北市 --member 基隆市 --member 那霸市 --member 石垣市
group 觀光班
city 那霸市 --office 那霸市役所
city 石垣市 --office 石垣市役所
phrase --means continued 保留於清單
phrase --means delisted 自清單除名
phrase --means established 登上清單
heading --means resolution 合意
heading --means attendees 參加者
heading --means tracked_cases 既有項目
heading --means new_cases 新項目
"""
