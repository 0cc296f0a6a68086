#include "errors/sourcetexts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <stdexcept>

namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

const QString literal = u"\"((?:[^\"\\\\]|\\\\.)*)\""_s;

QString contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    return QString::fromUtf8(file.readAll());
}

// The sources by their paths from src/sandbox.
QMap<QString, QString> sources()
{
    const QDir root(QStringLiteral(SANDBOX_SOURCES));
    QMap<QString, QString> all;
    for (QDirIterator each(root.path(), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
         each.hasNext();) {
        const QString path = each.next();
        all.insert(root.relativeFilePath(path), contentOf(path));
    }
    return all;
}

// Adjacent literals as one.
QString joined(const QString &code)
{
    static const QRegularExpression one(literal);
    QString text;
    for (auto piece = one.globalMatch(code); piece.hasNext();)
        text += piece.next().captured(1).replace(u"\\\""_s, u"\""_s);
    return text;
}

QMap<QString, QString> exceptionNames(const QString &code)
{
    static const QRegularExpression definition(u"QLatin1StringView (\\w+)\\{\"(\\w+)\"\\}"_s);
    QMap<QString, QString> names;
    for (auto found = definition.globalMatch(code); found.hasNext();) {
        const auto match = found.next();
        names.insert(u"name::"_s + match.captured(1), match.captured(2));
    }
    return names;
}

} // namespace

namespace {

struct RefusalSource
{
    QString text; // "AnException: A text."
    QString mark; // of its words; empty where they are verified or our own
};

QMap<QString, RefusalSource> refusalSources()
{
    static const QRegularExpression definition(u"Refusal (\\w+)\\{(.*?)\\};"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression exception(u"^[^\"]*?(name::\\w+|\"\\w+\")"_s);
    static const QRegularExpression mark(u"(OneSource|Emulators|Disputed|Recalled|Inferred)\\s*$"_s);
    const QMap<QString, QString> files = sources();
    QMap<QString, RefusalSource> texts;
    for (const QString &header : {u"rules/refusals.h"_s, u"rules/protocolrefusals.h"_s}) {
        const QMap<QString, QString> names = exceptionNames(files.value(header));
        for (auto found = definition.globalMatch(files.value(header)); found.hasNext();) {
            const auto match = found.next();
            const QString body = match.captured(2);
            const QString name = exception.match(body).captured(1);
            const QString code = name.startsWith(u'"') ? joined(name) : names.value(name);
            texts.insert(match.captured(1), {code + u": "_s + joined(body.section(u"QLatin1StringView("_s, -1)),
                                             mark.match(body).captured(1)});
        }
    }
    return texts;
}

} // namespace

QMap<QString, QString> refusalTexts()
{
    QMap<QString, QString> texts;
    const QMap<QString, RefusalSource> all = refusalSources();
    for (auto one = all.cbegin(); one != all.cend(); ++one)
        texts.insert(one.key(), one->text);
    return texts;
}

QStringList textsMarkedUnverified()
{
    QStringList texts;
    for (const RefusalSource &one : refusalSources()) {
        static const QRegularExpression place(u"%\\d"_s);
        QString text = one.text;
        if (!one.mark.isEmpty())
            texts << text.replace(place, u"\u2026"_s);
    }
    return texts;
}

QStringList thingsNotSimulated()
{
    static const QRegularExpression call(u"notSimulated\\(\\s*u"_s + literal);
    QStringList things;
    const QMap<QString, QString> files = sources();
    for (const QString &code : files) {
        for (auto found = call.globalMatch(code); found.hasNext();)
            things << found.next().captured(1);
    }
    return things;
}

QStringList filesNamingExceptions()
{
    static const QRegularExpression exception(u"\"\\w+Exception\""_s);
    QStringList files;
    const QMap<QString, QString> all = sources();
    for (auto file = all.cbegin(); file != all.cend(); ++file) {
        if (exception.match(*file).hasMatch())
            files << file.key();
    }
    return files;
}

QList<ServiceText> serviceTexts()
{
    QList<ServiceText> texts;
    const QStringList lines = contentOf(QStringLiteral(SERVICE_ERRORS)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'\t');
        if (line.startsWith(u'#'))
            continue;
        if (columns.size() != 3)
            throw std::runtime_error("not three columns: " + line.toStdString());
        texts << ServiceText{columns.at(0) + u": "_s + columns.at(1), columns.at(2)};
    }
    return texts;
}

QRegularExpression wholeText(const QString &pattern)
{
    QString escaped = QRegularExpression::escape(pattern);
    escaped.replace(QRegularExpression(u"\\\\%[12]"_s), u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(escaped),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace poolscope::sandbox::test
