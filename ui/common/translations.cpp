#include "ui/common/translations.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

// Must stand outside every namespace: it names the initialiser that rcc writes.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(poolscope_translations);
}

namespace poolscope::ui {

Translations::Translations(QObject *parent)
    : QObject(parent)
{
    initTranslationResources();
}

Translations::~Translations()
{
    restoreFont();
}

// Latin families know no Hangul, and what fontconfig picks instead may be another language's or have serifs.
void Translations::useKoreanFamily()
{
    m_font = QGuiApplication::font();
    QFont font = m_font.value();
    font.setFamilies(QStringList{QFontInfo(font).family(), QStringLiteral("Noto Sans CJK KR"),
                                 QStringLiteral("Noto Sans KR"), QStringLiteral("NanumGothic")});
    QGuiApplication::setFont(font);
}

void Translations::restoreFont()
{
    if (m_font && qGuiApp)
        QGuiApplication::setFont(*m_font);
    m_font.reset();
}

QStringList Translations::languages()
{
    return {QStringLiteral("en"), QStringLiteral("ko")};
}

QString Translations::resolved(const QString &language)
{
    const QString wanted = language.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : language;
    return languages().contains(wanted) ? wanted : QStringLiteral("en");
}

void Translations::install(const QString &language)
{
    m_translators.clear();
    restoreFont();
    m_language = resolved(language);
    // The system's own locale knows more than its language: kept where nobody chose another.
    QLocale::setDefault(language.isEmpty() ? QLocale::system() : QLocale(m_language));
    if (m_language == u"ko" && qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        useKoreanFamily();
    if (m_language != u"en")
        load(QStringLiteral("qtbase_") + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(QStringLiteral("poolscope_") + m_language, QStringLiteral(":/translations"));
}

QString Translations::textIn(const QString &language, const char *context, const char *source)
{
    QTranslator translator;
    const QString text = translator.load(QStringLiteral("poolscope_") + language, QStringLiteral(":/translations"))
                             ? translator.translate(context, source)
                             : QString();
    return text.isEmpty() ? QString::fromUtf8(source) : text;
}

void Translations::load(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace poolscope::ui
