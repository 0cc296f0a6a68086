#include "diagnosis/guide.h"

#include "diagnosis/entry.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <tuple>

namespace poolscope::diagnosis {

namespace {

constexpr qsizetype mostExplaining = 5;

struct GuideText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorGuide)
};

QMap<QString, QString> generalNames()
{
    return {{QStringLiteral("client.id"), GuideText::tr("app client id")},
            {QStringLiteral("pool.id"), GuideText::tr("user pool id")},
            {QStringLiteral("pool.region"), GuideText::tr("region")},
            {QStringLiteral("pool.minimumLength"), GuideText::tr("number")},
            {QStringLiteral("endpoint.host"), GuideText::tr("endpoint")},
            {QStringLiteral("operation"), GuideText::tr("operation")},
            {QStringLiteral("code.resentAt"), GuideText::tr("time")},
            {QStringLiteral("code.newestEnds"), GuideText::tr("last digits")}};
}

QString general(const char *text, const QMap<QString, QString> &names)
{
    QString result = QCoreApplication::translate("Diagnoses", text);
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        result.replace(u'{' + name.key() + u'}', u'‹' + name.value() + u'›');
    return result;
}

GuideEntry guideEntry(const Entry &entry, const QMap<QString, QString> &names)
{
    GuideEntry guide{.id = QString::fromUtf8(entry.id),
                     .code = QString::fromUtf8(entry.code),
                     .message = QString::fromUtf8(entry.message).trimmed(),
                     .operations = QString::fromUtf8(entry.operations).replace(u' ', QStringLiteral(", ")),
                     .what = general(entry.what, names),
                     .why = general(entry.why, names),
                     .todo = general(entry.todo, names),
                     .searched = {},
                     .possible = entry.possible};
    const QStringList all{guide.id,
                          guide.code,
                          guide.message,
                          guide.operations,
                          guide.what,
                          guide.why,
                          guide.todo,
                          QString::fromUtf8(entry.what),
                          QString::fromUtf8(entry.why),
                          QString::fromUtf8(entry.todo)};
    guide.searched = all.join(u'\n').toLower();
    return guide;
}

int rankOf(const GuideEntry &entry, const QStringList &words)
{
    const QString names = (entry.code + u' ' + entry.message).toLower();
    const QString what = entry.what.toLower();
    int rank = 0;
    for (const QString &word : words) {
        if (!entry.searched.contains(word))
            return -1;
        rank += names.contains(word) ? 4 : what.contains(word) ? 2 : 1;
    }
    // The very words of a message count more than the same words somewhere.
    return rank + (names.contains(words.join(u' ')) ? 100 : 0);
}

// How well an entry fits, as far as that can be said without facts about the pool.
using GuideFit = std::tuple<qsizetype, bool, bool, bool>;

std::optional<GuideFit> guideFitOf(const GuideEntry &entry, const Entry &source, const Error &error)
{
    if (*source.kind || (entry.code.isEmpty() && entry.message.isEmpty()))
        return {};
    if (!error.code.isEmpty() && !entry.code.isEmpty() && error.code != entry.code)
        return {};
    if (error.code.isEmpty() && entry.message.isEmpty())
        return {};
    if (!entry.message.isEmpty() && !error.message.contains(entry.message))
        return {};
    const bool sameOperation = entry.operations.split(QStringLiteral(", ")).contains(error.operation);
    if (!error.operation.isEmpty() && !entry.operations.isEmpty() && !sameOperation)
        return {};
    // Whether a condition holds is not known here: what holds in any case comes first.
    return GuideFit{entry.message.size(), !*source.when, sameOperation, !entry.code.isEmpty()};
}

// "User pool ..." stands in "User pool client ..." as well, but means something else.
bool isPartOfAnother(const GuideEntry &entry, const QList<GuideEntry> &better)
{
    return std::any_of(better.cbegin(), better.cend(), [&entry](const GuideEntry &one) {
        return one.code == entry.code && one.message.size() > entry.message.size() &&
               one.message.contains(entry.message);
    });
}

} // namespace

QList<GuideEntry> guideEntries()
{
    const QMap<QString, QString> names = generalNames();
    QList<GuideEntry> list;
    for (const Entry &entry : entries())
        list.append(guideEntry(entry, names));
    std::stable_sort(list.begin(), list.end(), [](const GuideEntry &a, const GuideEntry &b) {
        if (a.code.isEmpty() != b.code.isEmpty())
            return b.code.isEmpty();
        return a.code < b.code;
    });
    return list;
}

QList<GuideEntry> searched(const QList<GuideEntry> &entries, const QString &text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    const QStringList words = text.toLower().split(blanks, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return entries;
    QList<std::pair<int, GuideEntry>> ranked;
    for (const GuideEntry &entry : entries) {
        if (const int rank = rankOf(entry, words); rank >= 0)
            ranked.append({rank, entry});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<GuideEntry> list;
    for (const auto &[rank, entry] : std::as_const(ranked))
        list.append(entry);
    return list;
}

QList<GuideEntry> explaining(const QList<GuideEntry> &given, const Error &error)
{
    QMap<QString, const Entry *> sources;
    for (const Entry &entry : entries())
        sources.insert(QString::fromUtf8(entry.id), &entry);
    QList<std::pair<GuideFit, GuideEntry>> fitting;
    for (const GuideEntry &entry : given) {
        const Entry *source = sources.value(entry.id);
        const auto fit = source ? guideFitOf(entry, *source, error) : std::nullopt;
        if (fit)
            fitting.append({*fit, entry});
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    // Where the message is known, an entry for any message only repeats it.
    const bool knowsMessage = !fitting.isEmpty() && std::get<0>(fitting.first().first) > 0;
    QList<GuideEntry> list;
    for (const auto &[fit, entry] : std::as_const(fitting)) {
        const bool fits = (!knowsMessage || std::get<0>(fit) > 0) && !isPartOfAnother(entry, list);
        if (list.size() < mostExplaining && fits)
            list.append(entry);
    }
    return list;
}

} // namespace poolscope::diagnosis
