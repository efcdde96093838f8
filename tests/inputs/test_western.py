"""Bytes that make no sense as Windows-1252 are refused; texts of Western Europe are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import reason

from summarize.inputs.decode import decode
from summarize.inputs.western import reads_as_western

OTHERS = {
    "windows-1251 koi8-r iso8859-5": """
        Пожар уничтожил старую мельницу у реки. Никто не пострадал.""",
    "windows-1251 koi8-u": """
        Пожежа знищила старий млин біля річки. Ніхто не постраждав.""",
    "windows-1253 iso8859-7": """
        Η φωτιά κατέστρεψε τον παλιό μύλο. Κανείς δεν έπαθε τίποτα.""",
    "windows-1255 iso8859-8": """
        השריפה הרסה את הטחנה הישנה ליד הנהר. איש לא נפגע, אמר ראש העיר.""",
    "windows-1256 iso8859-6": """
        دمر الحريق الطاحونة القديمة قرب النهر. لم يصب أحد بأذى.""",
    "cp874": "ไฟไหม้โรงสีเก่าริมแม่น้ำ ไม่มีผู้ใดได้รับบาดเจ็บ",
    "gbk gb18030": "大火烧毁了河边的旧磨坊。没有人受伤,市长说。",
    "big5": "大火燒毀了河邊的舊磨坊。沒有人受傷,市長說。",
    "euc_jp": "火事で川のそばの古い水車小屋が焼けた。けが人はいない。",
    "euc_kr": "불이 강가의 오래된 방앗간을 태웠다. 다친 사람은 없다.",
    "windows-1250 iso8859-2 cp852": """
        Pożar zniszczył stary młyn nad rzeką. Nikt nie został ranny, mówią strażacy, którzy
        gasili ogień przez całą noc.""",
    "windows-1250 iso8859-2": """
        Požár zničil starý mlýn u řeky. Nikdo nebyl zraněn, řekl starosta, a příčinu zatím nikdo
        nezná.""",
    "windows-1254 iso8859-9": """
        Yangın nehrin kıyısındaki eski değirmeni yok etti. Kimse yaralanmadı, dedi belediye
        başkanı.""",
    "windows-1257": """
        Gaisras sunaikino seną malūną prie upės. Niekas nenukentėjo, sakė meras, o priežastis dar
        nežinoma, nors ją tiria policija. Gyventojai iš aplinkinių kaimų vežė vandenį.""",
    "mac-roman": """
        “It’s gone,” said the miller’s son. “We couldn’t save it.” It wasn’t the first.""",
    "cp437 cp850": """
        Le député a été réélu après la fermeture de la société, où il était employé.""",
}
WESTERN = [
    """L'incendie a détruit le vieux moulin près de la rivière. « Personne n’a été blessé », a dit
    le maire, où qu’il fût, à l’œuvre dès l’aube.""",
    """Das Feuer zerstörte die alte Mühle am Fluss. Für die Bürgermeisterin, die aus São Luís und
    Orléans Gäste hatte, hieß es: „Alles heil.“""",
    """El fuego destruyó el viejo molino junto al río. ¿Quién lo empezó? ¡Nadie lo sabe! El
    párroco, español, pidió averiguarlo.""",
    """O fogo destruiu o velho moinho à beira do rio. Não há feridos, disse o prefeito, e a
    investigação já começou às 10 horas.""",
    "L'incendio ha distrutto il vecchio mulino. Nessuno è ferito, però la città è più povera.",
    "Branden förstörde den gamla kvarnen vid ån. Ingen skadades, säger borgmästaren på Öland.",
    "Ilden ødela den gamle møllen ved elva. Ingen ble såret, sa ordføreren på Ås, én dag for sent.",
    "Tuli tuhosi vanhan myllyn joen äärellä. Kukaan ei loukkaantunut, sanoi pormestari.",
    "Eldurinn eyðilagði gömlu mylluna við ána. Enginn særðist, sagði bæjarstjórinn í nýju húsi.",
    "Tuli hävitas vana veski jõe ääres. Keegi ei saanud viga, ütles linnapea, ja põhjus on selge.",
    "De brand verwoestte de oude molen. Niemand raakte gewond, zei de coördinator, één dag later.",
    "Zjarri shkatërroi mullirin e vjetër. Askush nuk u lëndua, tha kryetari, çka është mirë.",
    "Le maire de Málaga, né à São Paulo et élevé à Malmö, a été réélu; Åsa Þórsdóttir a gagné.",
    """The café’s owner, Zoë Müller, served smörgåsbord and piñatas for €5 – a naïve price at 20 °C,
    she said… It was ½ of what façades in Curaçao cost.\xa0Nobody was hurt. The fire began in the
    kitchen on Monday night and was put out within an hour, a spokeswoman for the town said. The
    owner said that the café would open again before the end of the week, with its old staff.""",
    "Ten µg of the dust, ±2, were found in each of the rooms; that is 5 × 10² of what is allowed.",
]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [(encoding, text) for names, text in OTHERS.items() for encoding in names.split()],
)
def test_text_in_another_encoding_is_refused_and_the_reason_says_how_to_give_it(encoding, text):
    data = text.encode(encoding)
    assert "give its encoding with --encoding" in reason(data)
    assert decode(data, encoding) == text


@pytest.mark.parametrize("text", WESTERN)
def test_text_of_western_europe_is_read_as_windows_1252(text):
    assert decode(text.encode("cp1252")) == text


def test_it_is_only_judged_where_utf8_fails():
    text = "был пожар. ".encode("cp1251").decode("cp1252") * 3
    assert not reads_as_western(text)
    assert decode(text.encode()) == text


@given(st.text(st.characters(codec="cp1252"), max_size=60), st.text(st.characters(codec="ascii")))
def test_ascii_and_one_or_two_odd_characters_are_never_refused(text, ascii_only):
    assert reads_as_western(ascii_only)
    odd = [character for character in text if not character.isascii()][:2]
    assert reads_as_western(ascii_only + "".join(odd))
