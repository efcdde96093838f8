r"""What Portuguese web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:fotos?|imagem|imagens|ilustração|vídeo|arte|infográfico)"

_STARTS = {
    "orders to the visitor": r"""
(?:clique|clica|toque|carregue) (?:aqui|em|no|na|para)\b
(?:assine|subscreva|inscreva-se|cadastre-se|registe-se|faça (?:o )?login|faça (?:o )?seu cadastro|entre ou assine)\b
(?:siga|curta|acompanhe|participe|entre) (?:-nos|o canal|a gente|nosso|nossa|nossas|no nosso|do nosso|do canal|no <network>|o <network>|nas redes)\b
(?:siga-nos|fale conosco|contacte-nos|escreva para nós|envie (?:sua|a sua))\b
(?:baixe|descarregue|receba|compartilhe|partilhe|visite|confira) (?:o nosso|a nossa|nosso|nossa|o app|a app|gratuitamente|esta notícia|este artigo|as últimas|as principais|no seu e-?mail)\b
(?:ative|habilite|aceite|desative) (?:o javascript|os cookies|seu|o seu)\b
(?:deixe|escreva|publique|faça) (?:o seu|seu|um) comentário\b
(?:por favor|você precisa|é preciso),? (?:insira|digite|estar logado|fazer login|confirme|se cadastrar)\b
fique por dentro\b|não perca\b
""",
    "pointers to other pages": r"""
(?:leia|lê|veja|vê|ouça|assista|saiba) (?:também|ainda|mais|aqui|a íntegra|o vídeo|abaixo)\b
(?:leia também|veja também|leia mais|saiba mais|veja mais|notícias? relacionadas?|artigos? relacionados?|mais lidas|mais vistos|mais notícias|recomendad[oa]s?|vídeo|galeria|podcast|em atualização)\s?(?::|\W*$)
para (?:mais|ler|saber mais|receber|assinar)\b.{0,80}(?:clique|acesse|assine|aqui|visite)
""",
    "furniture": r"""
(?:publicidade|anúncio|compartilhar|partilhar|imprimir|comentários?|início|menu|carregando|continua após a publicidade|continue lendo|entrar|termos de uso)\W*$
continua (?:após|depois d)[ao]\b.{0,30}$
(?:utilizamos|usamos|este site (?:utiliza|usa)|nós e (?:os )?nossos parceiros (?:utilizamos|usamos)) .{0,20}cookies\b
(?:ao (?:continuar|clicar|assinar|navegar|se cadastrar)|se continuar)\b.{0,120}(?:cookies|você (?:aceita|concorda)|política de privacidade)
(?:este (?:artigo|conteúdo)|esta (?:notícia|reportagem)) é (?:exclusiv[oa]|só|somente|restrit[oa])\b
(?:já é|ainda não é) (?:assinante|cadastrado|subscritor)\b
tempo de leitura\b.{0,20}$
(?:o )?seu navegador\b
""",
    "rights": r"""
(?:todos os direitos reservados|copyright\b|©|(?:é )?proibida a reprodução|direitos reservados)
""",
    "notes about the article": r"""
(?:este (?:artigo|texto|conteúdo)|esta (?:notícia|reportagem|matéria)) (?:foi|está) (?:publicad[oa]|atualizad[oa]|originalmente|traduzid[oa]|em atualização)\b
(?:publicad[oa]|atualizad[oa]|última atualização|criad[oa])(?: em| às| a)?:? <date>$
(?:com informações d[aeo]s? (?:agência|<agency>)|fontes?:|edição:|reportagem:).{1,60}$
(?:errata|correção|nota d[ao] (?:redação|editor))\s?[:.-]
""",
    "picture captions": r"""
(?:foto|imagem|crédito|arte)s? ?(?::|©|de arquivo\b|/).{0,80}$
""",
}

_ANYWHERE = {
    "rights": {
        "direitos": r"\btodos os direitos reservados\b",
    },
    "furniture": {
        "newsletter": r"\bnossa newsletter\b.{0,40}$",
        "cookies": r"\b(?:uso|aceitar|política) (?:de |dos )?cookies\b",
        "javascript": r"\bjavascript\b",
        "privacidade": r"\b(?:nossa|a) política de privacidade\b",
        "clique": r"\bclique (?:aqui|no link|em)\b",
        "após a publicidade": r"\bcontinua após a publicidade\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Por|POR|Texto:|Autor:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
