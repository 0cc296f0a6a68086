#pragma once

#include <QFont>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QTranslator;

namespace poolscope::ui {

// Installs our texts and Qt's own for one language on the application, for Korean with a font that has Hangul where there
// are windows; removes them when destroyed.
class Translations final : public QObject
{
    Q_OBJECT

public:
    explicit Translations(QObject *parent = nullptr);
    ~Translations() override;

    // "en", "ko", or empty for the system's. Before the first widget is made; windows made earlier keep their texts.
    void install(const QString &language);
    QString language() const { return m_language; } // "en" or "ko": what is in force

    static QStringList languages(); // those there are texts for
    // One text in another language than the one in force; as it stands in the source where there is no other.
    static QString textIn(const QString &language, const char *context, const char *source);
    static QString resolved(const QString &language); // the one of them that install() takes for this

private:
    void useKoreanFamily();
    void restoreFont();
    void load(const QString &file, const QString &folder);

    QString m_language;
    std::optional<QFont> m_font; // as it was before Korean
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace poolscope::ui
