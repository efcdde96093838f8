"""The dateline of a report is cut in the form that the agencies of each language give it."""

import pytest

from summarize import summarize
from summarize.languages import load
from summarize.reading.clean.datelines import dateline


@pytest.mark.parametrize(
    ("code", "head", "sentence"),
    [
        ("zh", "新华社北京6月11日电（记者张三）", "一艘渡轮搁浅。"),
        ("zh", "新华社北京6月11日电 ", "一艘渡轮搁浅。"),
        ("zh", "新华社伦敦6月11日电（记者李四 王五）", "一艘渡轮搁浅。"),
        ("zh", "中新社上海6月11日电 (记者 张三)", "一艘渡轮搁浅。"),
        ("zh", "中新网6月11日电 ", "一艘渡轮搁浅。"),
        ("zh", "（中央社記者張三台北11日電）", "一艘渡輪擱淺。"),
        ("zh", "（新华社北京6月11日电）", "一艘渡轮搁浅。"),
        ("zh", "", "新华社北京6月11日电话采访了船长。"),
        ("zh", "", "新华社报道，一艘渡轮搁浅。"),
        ("zh", "", "北京6月11日发电量增加。"),
        ("ja", "【ロンドン共同】", "フェリーが座礁した。"),
        ("ja", "【ロンドン時事】", "フェリーが座礁した。"),
        ("ja", "【北京＝山田太郎】", "フェリーが座礁した。"),
        ("ja", "（共同）", "フェリーが座礁した。"),
        ("ja", "", "【写真】フェリーが座礁した。"),
        ("ja", "", "「共同」という言葉が使われた。"),
        ("ko", "(서울=연합뉴스) 홍길동 기자 = ", "여객선이 좌초했다."),
        ("ko", "[서울=뉴시스] 홍길동 기자 = ", "여객선이 좌초했다."),
        ("ko", "【서울=뉴시스】홍길동 기자 = ", "여객선이 좌초했다."),
        ("ko", "(런던 로이터=연합뉴스) ", "여객선이 좌초했다."),
        ("ko", "", "(서울시)는 다리를 열었다."),
        ("ru", "МОСКВА, 11 июн — РИА Новости. ", "Паром сел на мель."),
        ("ru", "МОСКВА, 11 июня. /ТАСС/. ", "Паром сел на мель."),
        ("ru", "МОСКВА, 11 июня - РИА Новости, Иван Петров. ", "Паром сел на мель."),
        ("ru", "Москва. 11 июня. ИНТЕРФАКС - ", "Паром сел на мель."),
        ("ru", "Москва. 11 июня. INTERFAX.RU - ", "Паром сел на мель."),
        ("ru", "ЛУНДЕ (Рейтер) — ", "Паром сел на мель."),
        ("ru", "", "Москва, 11 июня открыла мост."),
        ("ru", "", "Мост — новости города. Паром сел."),
        ("uk", "КИЇВ. 11 червня. УНН. ", "Пором сів на мілину."),
        ("uk", "КИЇВ, 11 червня — Укрінформ. ", "Пором сів на мілину."),
        ("uk", "Київ (Укрінформ) — ", "Пором сів на мілину."),
        ("pl", "Warszawa (PAP) - ", "Prom osiadł na mieliźnie."),
        ("pl", "WARSZAWA, 11 czerwca (PAP) – ", "Prom osiadł na mieliźnie."),
        ("cs", "Praha 11. června (ČTK) - ", "Trajekt uvázl na mělčině."),
        ("cs", "PRAHA 11. června (ČTK) – ", "Trajekt uvázl na mělčině."),
        ("cs", "Praha - ", "Trajekt uvázl na mělčině."),
        ("hu", "Budapest, 2025. június 11., szerda (MTI) - ", "Egy komp zátonyra futott."),
        ("hu", "Budapest, június 11. (MTI) – ", "Egy komp zátonyra futott."),
        ("ro", "București, 11 iun /Agerpres/ - ", "Un feribot a eșuat."),
        ("ro", "BUCUREȘTI (AGERPRES) - ", "Un feribot a eșuat."),
        ("tr", "ANKARA (AA) - ", "Feribot karaya oturdu."),
        ("tr", "İSTANBUL (AA) - ", "Feribot karaya oturdu."),
        ("tr", "Ankara, 11 Haziran (DHA) - ", "Feribot karaya oturdu."),
        ("el", "Αθήνα (ΑΠΕ-ΜΠΕ) - ", "Ένα πλοίο προσάραξε."),
        ("el", "ΑΘΗΝΑ, 11 Ιουνίου (Reuters) - ", "Ένα πλοίο προσάραξε."),
        ("ar", "القاهرة (رويترز) - ", "جنحت عبارة."),
        ("ar", "لندن 11 يونيو (رويترز) - ", "جنحت عبارة."),
        ("ar", "القاهرة 11 يونيو حزيران (رويترز) - ", "جنحت عبارة."),
        ("ar", "(رويترز) - ", "جنحت عبارة."),
        ("ar", "", "القاهرة - وهي مدينة كبيرة - تنام."),
        ("fa", "تهران (ایرنا) - ", "کشتی به گل نشست."),
        ("fa", "تهران- ایرنا- ", "کشتی به گل نشست."),
        ("fa", "لندن (رویترز) - ", "کشتی به گل نشست."),
        ("he", "לונדון (רויטרס) - ", "מעבורת עלתה על שרטון."),
        ("hi", "नई दिल्ली, 11 जून (भाषा) ", "नौका फँस गई।"),
        ("hi", "नई दिल्ली, 11 जून (भाषा)। ", "नौका फँस गई।"),
        ("id", "Jakarta (ANTARA) - ", "Kapal kandas."),
        ("id", "JAKARTA, KOMPAS.com - ", "Kapal kandas."),
        ("id", "Jakarta, CNN Indonesia -- ", "Kapal kandas."),
        ("id", "TEMPO.CO, Jakarta - ", "Kapal kandas."),
        ("id", "", "Jakarta - kota besar - tidur."),
        ("vi", "Hà Nội (TTXVN) - ", "Phà mắc cạn."),
        ("vi", "(TTXVN) - ", "Phà mắc cạn."),
        ("sv", "Stockholm (TT) - ", "En färja gick på grund."),
        ("no", "Oslo (NTB): ", "En ferge gikk på grunn."),
        ("no", "Oslo (NTB) ", "En ferge gikk på grunn."),
        ("no", "(NTB-AFP) ", "En ferge gikk på grunn."),
        ("da", "København (Ritzau) - ", "En færge gik på grund."),
        ("fi", "Helsinki (STT) - ", "Lautta ajoi karille."),
        ("hi", "", "नई दिल्ली में भाषा पर बहस हुई।"),
        ("hu", "", "Budapest, június 11. óta zárva van a híd."),
        ("uk", "", "Київ, 11 червня відкрив міст."),
        ("fa", "", "تهران - پایتخت ایران - بزرگ است."),
        ("ja", "", "【共同声明】が発表された。"),
        ("ko", "", "(서울=수도)는 크다."),
        ("ru", "", "Москва, 11 июня — день города."),
    ],
)
def test_a_dateline_is_cut_and_nothing_else(code, head, sentence):
    text = head + sentence
    assert dateline(text, 0, len(text), load(code), is_first=True) == len(head)


@pytest.mark.parametrize(
    ("code", "head", "sentence"),
    [
        (
            "zh",
            "新华社北京6月11日电（记者张三）",
            "一艘渡轮于星期一早上在港口附近搁浅，乘客全部获救。",
        ),
        ("ja", "【ロンドン共同】", "月曜日の朝、島の港の近くでフェリーが座礁した。"),
        (
            "ko",
            "(서울=연합뉴스) 홍길동 기자 = ",
            "월요일 아침 섬의 항구 근처에서 여객선이 좌초했다.",
        ),
        (
            "ru",
            "МОСКВА, 11 июн — РИА Новости. ",
            "Паром с пассажирами сел на мель у острова утром.",
        ),
        (
            "hu",
            "Budapest, 2025. június 11., szerda (MTI) - ",
            "Egy komp zátonyra futott a szigetnél hétfőn.",
        ),
    ],
)
def test_a_summary_has_no_dateline(code, head, sentence):
    (found,) = summarize([head + sentence], lang=code).sentences
    assert found.text == sentence


def test_a_comma_is_not_a_town():
    text = ", Oslo — The talks go on."
    assert dateline(text, 0, len(text), load(), is_first=True) == 0
