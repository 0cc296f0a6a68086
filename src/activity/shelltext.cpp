#include "activity/shelltext.h"

#include "core/redaction.h"
#include "json/writer.h"

#include <QUuid>

#include <algorithm>

namespace poolscope::activity {

namespace {

bool isPlain(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9') ||
           QStringView(u"-_./:@,+").contains(character);
}

} // namespace

QString shellQuoted(const QString &text)
{
    if (!text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    QString inside = text;
    inside.remove(QChar(u'\0')); // no argument can hold it
    return u'\'' + inside.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

bool isControl(QChar character)
{
    const char16_t code = character.unicode();
    return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

// The rules of botocore's xform_name, which the CLI goes by.
QString kebabCase(const QString &name)
{
    static const QRegularExpression plural(QStringLiteral("[A-Z]{2,}s$"));
    static const QRegularExpression capital(QStringLiteral("(.)([A-Z][a-z]+)"));
    static const QRegularExpression end(QStringLiteral("([a-z0-9])([A-Z])"));
    QString text = name;
    if (const QRegularExpressionMatch match = plural.match(text); match.hasMatch())
        text = text.left(match.capturedStart()) + u'-' + match.captured().toLower();
    text.replace(capital, QStringLiteral("\\1-\\2"));
    text.replace(end, QStringLiteral("\\1-\\2"));
    return text.toLower();
}

ShellVariables::ShellVariables()
    : m_mark(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

json::Value ShellVariables::marked(const json::Value &value, const QString &memberName)
{
    if (value.isString() && value.toString() == redactedMark())
        return QStringLiteral("%1<%2>").arg(m_mark, nameFor(memberName));
    if (value.isArray()) {
        QList<json::Value> elements;
        for (const json::Value &element : value.elements())
            elements.append(marked(element, memberName));
        return elements;
    }
    if (value.isObject()) {
        QList<json::Member> members;
        for (const json::Member &member : value.members())
            members.append({member.name, marked(member.value, member.name)});
        return members;
    }
    return value;
}

QString ShellVariables::nameFor(const QString &memberName)
{
    static const QRegularExpression others(QStringLiteral("[^A-Z0-9]+"));
    const bool isUpper = memberName == memberName.toUpper();
    QString name = isUpper ? memberName : kebabCase(memberName).toUpper();
    name = QStringLiteral("COGNITO_") + name.replace(others, QStringLiteral("_"));
    QString unique = name;
    for (int number = 2; m_names.contains(unique); ++number)
        unique = QStringLiteral("%1_%2").arg(name).arg(number);
    m_names.append(unique);
    return unique;
}

QRegularExpression ShellVariables::mark() const
{
    return QRegularExpression(m_mark + QStringLiteral("<([A-Z0-9_]+)>"));
}

QStringList ShellVariables::names() const
{
    QStringList names = m_names;
    names.removeIf([this](const QString &name) { return m_jsonNames.contains(name); });
    return names;
}

QString ShellVariables::quotedJson(const json::Value &value)
{
    QString text = QString::fromUtf8(json::write(value));
    // The others are escaped in every JSON.
    for (char16_t code = 0x7f; code <= 0x9f; ++code)
        text.replace(QChar(code), QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0')));
    for (auto found = mark().globalMatch(text); found.hasNext();)
        m_jsonNames.append(found.next().captured(1));
    return quoted(text);
}

QString ShellVariables::quoted(const QString &text) const
{
    QString shell;
    qsizetype done = 0;
    for (auto found = mark().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        if (one.capturedStart() > done)
            shell += shellQuoted(text.mid(done, one.capturedStart() - done));
        shell += QStringLiteral("\"${%1:?}\"").arg(one.captured(1));
        done = one.capturedEnd();
    }
    if (done < text.size() || text.isEmpty())
        shell += shellQuoted(text.mid(done));
    return shell;
}

} // namespace poolscope::activity
