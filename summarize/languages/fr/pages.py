r"""What French web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:photos?|image|illustration|vidéo|crédit|capture d'écran|infographie)"

_STARTS = {
    "orders to the visitor": r"""
(?:cliquez|appuyez) (?:ici|sur|pour)\b
(?:abonnez|inscrivez|connectez|identifiez)-vous\b
(?:suivez|rejoignez|retrouvez|contactez|écrivez)-nous\b
(?:téléchargez|découvrez|recevez|retrouvez|partagez) (?:notre|nos|l'application|gratuitement|toute l'actualité|tous les|cet article|chaque)\b
(?:activez|désactivez|acceptez|autorisez) (?:javascript|les cookies|votre|vos)\b
(?:laissez|ajoutez|publiez|écrivez) (?:un|votre|vos) commentaires?\b
(?:veuillez|merci de) (?:saisir|entrer|renseigner|activer|vous connecter|réessayer|confirmer)\b
vous (?:devez|pouvez) (?:être connecté|vous connecter|vous abonner|vous désinscrire|également nous)\b
restez (?:informé|connecté)
""",
    "pointers to other pages": r"""
(?:à lire|à voir|à écouter|lire|voir|lisez|regardez|relire) (?:aussi|également|notre|la suite|en vidéo)\b
(?:à lire|à voir|pour aller plus loin|sur le même sujet|articles? (?:liés?|similaires?|recommandés?)|les plus lus|dans la même rubrique|notre sélection|vidéo|en images|podcast|newsletter)\s?(?::|\W*$)
pour (?:en savoir plus|lire la suite|suivre|recevoir|vous abonner)\b.{0,80}\b(?:cliquez|abonnez-vous|inscrivez-vous)
plus d'(?:infos|informations|articles)\b.{0,60}$
""",
    "furniture": r"""
(?:publicité|partager|imprimer|commentaires?|accueil|menu|lire la suite|mentions légales|se connecter|s'abonner|chargement)\W*$
(?:nous|ce site|notre site)(?: et nos partenaires)? (?:utilisons|utilise) (?:des |les )?cookies\b
(?:en poursuivant|en cliquant|en continuant|en vous inscrivant|en acceptant)\b.{0,120}(?:cookies|vous acceptez|politique de confidentialité)
(?:cet article|ce contenu|la suite) (?:est réservée?|est payant)\b
(?:déjà|pas encore) (?:abonné|inscrit)\b
(?:temps de lecture|durée)\s?:? ?\d
votre (?:navigateur|adresse (?:e-?mail|électronique)|inscription|abonnement)\b
""",
    "rights": r"""
(?:tous droits (?:réservés|de reproduction)|copyright\b|©|reproduction (?:interdite|totale))
""",
    "notes about the article": r"""
(?:cet article|ce texte|cette interview) (?:a été|est) (?:initialement|d'abord|publié|traduit|paru|mis à jour)\b
(?:publié|mis à jour|modifié|posté|mise à jour) (?:le|à)\s?:? <date>$
(?:avec|source|sources|crédits?)\s?:? (?:<agency>|afp)\b.{0,40}$
(?:correction|note de la rédaction|ndlr|erratum)\s?[:—-]
""",
    "picture captions": r"""
(?:photo|image|illustration|crédit(?: photo)?)s? ?(?::|©|d'archives|d'illustration\b).{0,80}$
""",
}

_ANYWHERE = {
    "rights": {
        "droits": r"\btous droits (?:réservés|de reproduction)\b",
    },
    "furniture": {
        "newsletter": r"\b(?:notre|nos) newsletters?\b.{0,40}$|\binscri\w+ à (?:la|notre) newsletter\b",
        "cookies": r"\b(?:utilisation|dépôt|accepter|refuser) (?:de|des|les|tous les) cookies\b",
        "javascript": r"\bjavascript\b",
        "confidentialité": r"\b(?:notre|la) politique de confidentialité\b",
        "cliquez": r"\bcliquez (?:ici|sur)\b",
        "abonnez-vous": r"\babonnez-vous\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Par|PAR|Propos recueillis par|Auteur :)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
