"""Agencies: official names for every spelling, the city of a bare bureau, sections, what shares a name."""

from __future__ import annotations

import pytest

from graph.vocabulary import Label
from loaders.bodies import NOWHERE, BodyFinder
from loaders.folding import fold
from loaders.lexicon.bodies import agencies, cities, functions, organizations
from tests.loaders.bodies._reading import FOUR, TWO, named, read

OFFICIAL = [
    ("請基隆市環保局說明。", ["基隆市環境保護局"]),
    ("請新北經發局說明。", ["新北市政府經濟發展局"]),
    ("請北市產業局說明。", ["臺北市政府產業發展局"]),
    ("請桃園市青年局說明。", ["桃園市政府青年事務局"]),
    ("請台北市政府青年局說明。", ["臺北市政府青年局"]),
    ("請桃市資科局及新北觀光局說明。", ["桃園市政府資訊科技局", "新北市政府觀光旅遊局"]),
    ("請臺北市政府動物保護處說明。", ["臺北市動物保護處"]),
    ("請新北市動保處說明。", ["新北市政府動物保護防疫處"]),
    ("請臺北市場處說明。", ["臺北市市場處"]),
    ("請臺北市政府研考會同意後彙整。", ["臺北市政府研究發展考核委員會"]),
    ("請翡管局及北水處會勘。", ["臺北翡翠水庫管理局", "臺北自來水事業處"]),
    ("參考新北農業局做法。", ["新北市政府農業局"]),
    ("請臺北市工務局新工處、新北市政府高灘處會勘。", ["臺北市政府工務局新建工程處", "新北市政府高灘地工程管理處"]),
    ("請臺中市數發局及高雄市毒防局列席。", ["臺中市政府數位發展局", "高雄市政府毒品防制局"]),
    ("教育部國教署、衛福部健保署及環保署列席。",
     ["教育部國民及學前教育署", "衛生福利部中央健康保險署", "行政院環境保護署"]),
    ("經濟部能源署與水利署第十河川分署派員。", ["經濟部能源署", "經濟部水利署第十河川分署"]),
    ("請持續與臺北市議會溝通。", ["臺北市議會"]),
    ("請新北市瑞芳區公所及龜山區公所協助。", ["新北市瑞芳區公所", "桃園市龜山區公所"]),
    ("請宜蘭地政事務所與板橋戶政事務所互送統計。", ["宜蘭縣宜蘭地政事務所", "新北市板橋戶政事務所"]),
    ("請農田水利署臺中、南投管理處查復。", ["農業部農田水利署臺中管理處", "農業部農田水利署南投管理處"]),
    ("請苗栗縣政府文化局提供。", ["苗栗縣政府文化局"]),
    ("衛生福利部長期照顧司與內政部國土管理署列席。", ["衛生福利部長期照顧司", "內政部國土管理署"]),
    ("新北市政府警察局林口分局、臺北市政府消防局第一大隊支援。",
     ["新北市政府警察局林口分局", "臺北市政府消防局第一大隊"]),
]  # fmt: skip

OWNERS = [
    ("臺北市因青年局成立，業務可能移轉。", "新北市", ["臺北市", "臺北市政府青年局"]),
    ("青創業務由青年事務局辦理。", "新北市", ["桃園市政府青年事務局"]),
    ("請市場處安排，並由本府研考會彙整。", "新北市", ["新北市政府市場處", "新北市政府研究發展考核委員會"]),
    ("基隆市政府產業發展處及都市發展處處長拜會。", "桃園市", ["基隆市政府產業發展處", "基隆市政府都市發展處"]),
    ("請桃園市政府經濟發展局及環保局、農業局規劃。", "新北市",
     ["桃園市政府經濟發展局", "桃園市政府環境保護局", "桃園市政府農業局"]),
    ("請新北市協助；另請消防局限期改善。", "臺北市", ["新北市", "臺北市政府消防局"]),
    ("請本市環保局會同承商辦理。", "基隆市", ["基隆市環境保護局"]),
    ("由客委會補助，國發會列席。", "桃園市", ["客家委員會", "國家發展委員會"]),
    ("由客委會補助。", "臺北市", ["臺北市政府客家事務委員會"]),
    ("新北市政府交通局表示該局已辦竣。", "臺北市", ["新北市政府交通局", "新北市政府交通局"]),
    ("請桃園市研議，並由該市交通局函復。", "臺北市", ["桃園市", "桃園市政府交通局"]),
    ("由桃園市政府（經濟發展局）辦理。", "臺北市", ["桃園市", "桃園市政府經濟發展局"]),
    ("臺北市政府工務局水利處會勘。", "新北市", ["臺北市政府工務局水利工程處"]),
]  # fmt: skip

SHARED = [
    ("成員除臺北市政府及新北市政府教育局外另邀。", ["臺北市政府教育局", "新北市政府教育局"]),
    ("請臺北市、新北市及桃園市政府環境保護局研商。",
     ["臺北市政府環境保護局", "新北市政府環境保護局", "桃園市政府環境保護局"]),
    ("請本市及臺北市家庭教育中心研商。", ["新北市政府家庭教育中心", "臺北市家庭教育中心"]),
    ("邀請新北市、基隆市動物保護防疫所參加。", ["新北市政府動物保護防疫處", "基隆市動物保護防疫所"]),
    ("臺北及新北捷運公司研議票價。", ["臺北大眾捷運股份有限公司", "新北大眾捷運股份有限公司"]),
    ("臺北市與桃園市圖書館啟用通用證。", ["臺北市立圖書館", "桃園市立圖書館"]),
    ("由桃園市、基隆市文化觀光局主辦。", ["桃園市", "基隆市文化觀光局"]),
    ("臺北市政府教育局及桃園市政府共同辦理。", ["臺北市政府教育局", "桃園市"]),
]  # fmt: skip

NO_AGENCY = [
    "各局處、主政局處、相關單位、權責機關及研考單位請配合。",
    "教育局處來不及報名，部分市府教育局處亦同。",
    "當局表示，郵局及結局無關，辦公處所另尋。",
    "於交界處、路口處及停等處設置告示，好處甚多。",
    "召開協調會、研討會及工作會議。",
]


@pytest.mark.parametrize(("text", "expected"), OFFICIAL)
def test_official_name(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "host", "expected"), OWNERS)
def test_whose_bureau(text: str, host: str, expected: list[str]) -> None:
    assert named(text, host) == expected


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_shared_name(text: str, expected: list[str]) -> None:
    assert named(text, "新北市") == expected


@pytest.mark.parametrize("text", NO_AGENCY)
def test_no_agency(text: str) -> None:
    assert named(text, "新北市") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("臺北市政府教育局處理情形良好。", ["臺北市政府教育局"]),
        ("請新北市政府交通局面對民眾說明。", ["新北市政府交通局"]),
        ("請教育部分攤經費，交通部門另議。", ["教育部"]),
        ("新北市政府辦理服務處設置。", ["新北市"]),
        ("臺北市政府召開推動委員會。", ["臺北市"]),
        ("青陵縣政府地方創生處所提方案。", ["青陵縣政府地方創生處"]),
        ("南投縣政府觀光處分別主政。", ["南投縣政府觀光處"]),
        ("請嘉義縣政府建設處主動聯繫本府建設處。", ["嘉義縣政府建設處"]),
    ],
)
def test_where_a_name_ends(text: str, expected: list[str]) -> None:
    assert [name for name in named(text) if name != "教育部"] == [name for name in expected if name != "教育部"]


def test_a_section_is_part_of_its_bureau() -> None:
    (found,) = read("請本局工商服務科於會後邀約。", "臺北市", "臺北市政府產業發展局")
    (body,) = found.bodies
    assert (body.name, body.parent, body.city) == ("臺北市政府產業發展局工商服務科", "臺北市政府產業發展局", "臺北市")
    assert body.written == "本局工商服務科"
    sections = named("新北市教育局特殊教育科、學前教育科與國小教育科研商。")
    assert sections == [f"新北市政府教育局{s}" for s in ("特殊教育科", "學前教育科", "國小教育科")]


def test_a_room_is_no_section() -> None:
    assert named("臺北市政府市政大樓2樓產業局閱卷室") == ["臺北市", "臺北市政府產業發展局"]
    assert named("新北市政府教育局21樓第3會議室") == ["新北市政府教育局"]


def test_own_bureau_needs_a_host_of_that_kind() -> None:
    assert named("請本局研議。", "臺北市", "臺北市政府產業發展局") == ["臺北市政府產業發展局"]
    assert named("請本處研議。", "臺北市", "臺北市政府產業發展局") == []


def test_words_that_the_document_defines() -> None:
    document = "主辦：臺北市政府教育局（以下簡稱教育局）。\n由教育局邀請專家。"
    assert named("由教育局邀請專家。", "新北市", document=document) == ["臺北市政府教育局"]


def test_words_for_several_cities_share_their_bureaus() -> None:
    schools = ["基隆市政府教育處", "臺北市政府教育局", "新北市政府教育局", "桃園市政府教育局"]
    for text in ("納入基北北桃教育局處。", "請四市教育局（處）填報。", "請各縣市政府教育局處轉知。"):
        assert named(text) == schools
    assert named("請雙北市捷運局會商。", platform=TWO) == ["臺北市政府捷運工程局", "新北市政府捷運工程局"]
    assert named("雙北消防局續行討論。", platform=FOUR) == ["臺北市政府消防局", "新北市政府消防局"]
    assert named("請4市同步函轉該市教育局處。")[4:] == schools
    assert "基隆市政府產業發展處" in named("請四市經發局提供資料。")
    police = ["基隆市警察局", "臺北市政府警察局", "新北市政府警察局", "桃園市政府警察局"]
    assert named("請各縣市警察局、消防局通報。")[:5] == [*police, "基隆市消防局"]
    assert named("臺北、新北及桃園三市警察局協助。") == police[1:]
    both = [f"{city}政府{bureau}" for bureau in ("教育局", "消防局", "衛生局") for city in ("臺北市", "桃園市")]
    assert named("請兩市教育局及消防局、兩市衛生局研商。", subject=("臺北市", "桃園市")) == both
    assert named("請兩市環保局於汛期前盤點。", platform=TWO) == ["臺北市政府環境保護局", "新北市政府環境保護局"]
    assert named("請雙北市消防局妥擬計畫。", platform=TWO) == ["臺北市政府消防局", "新北市政府消防局"]
    assert named("4市市場處辦理展售。") == ["臺北市市場處", "新北市政府市場處"]


FINDER = BodyFinder("")


def _alone(text: str) -> list[str]:
    return [body.name for found in FINDER.find(fold(text), NOWHERE) for body in found.bodies]


@pytest.mark.parametrize("name", sorted(agencies()))
def test_every_listed_agency_is_found_under_its_name_and_aliases(name: str) -> None:
    agency = agencies()[name]
    front = agency.city or ""
    for written in (name, *(front + alias for alias in agency.aliases), *agency.bare):
        assert _alone(f"請{written}辦理") == [name]


@pytest.mark.parametrize("name", sorted(organizations()))
def test_every_listed_organisation_is_found(name: str) -> None:
    organization = organizations()[name]
    for written in (name, *organization.aliases, *organization.short):
        assert _alone(f"請{written}辦理") == [name]


@pytest.mark.parametrize("name", sorted(cities()))
def test_every_city_is_found(name: str) -> None:
    for written in (name, cities()[name].seat, *cities()[name].brief):
        assert _alone(f"請{written}辦理") == [name]


@pytest.mark.parametrize("function", functions(), ids=lambda f: f"{f.name}{f.suffixes[0]}")
def test_an_unknown_citys_agencies_resolve_by_function(function) -> None:  # type: ignore[no-untyped-def]
    finder = BodyFinder("嵐川市政府")
    for suffix in function.suffixes:
        spellings = {f"{front}{function.name}{suffix}" for front in ("嵐川市", "嵐川市政府", "嵐川")}
        names = {b.name for s in spellings for f in finder.find(f"請{s}辦理", NOWHERE) for b in f.bodies}
        seats = {name.replace("市政府", "市") for name in names}
        assert seats == {f"嵐川市{function.name}{suffix}"}
        if function.level == 1:
            assert len(names) == 1
        assert all(b.label is Label.AGENCY for s in spellings for f in finder.find(s, NOWHERE) for b in f.bodies)
