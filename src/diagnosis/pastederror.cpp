#include "diagnosis/pastederror.h"

#include "core/redaction.h"
#include "json/reader.h"

#include <QRegularExpression>

#include <algorithm>

namespace poolscope::diagnosis {

namespace {

constexpr qsizetype longestText = 64 * 1024;
constexpr qsizetype longestMessage = 1000;
constexpr qsizetype mostErrors = 10;
constexpr int mostObjects = 200; // beginnings of JSON that are tried

struct Place
{
    qsizetype at = 0;
    Error error;
};

// "com.amazonaws...#NotAuthorizedException" and "NotAuthorizedException:http://..." are one name.
QString plainCode(QString code)
{
    code = code.section(u'#', -1).section(u':', 0, 0);
    return code.section(u'.', -1).section(u'$', -1).trimmed();
}

QString plainMessage(QString message)
{
    static const QRegularExpression javaTail(QStringLiteral(R"(\s*\(Service: [^)]*\)(\s*\(SDK [^)]*\))?\s*$)"));
    message.remove(javaTail);
    message = message.trimmed().left(longestMessage);
    while (message.size() > 1 && (message.endsWith(u'"') || message.endsWith(u'\'')))
        message.chop(1);
    return redactText(message);
}

Error serviceError(const QString &code, const QString &message)
{
    Error error;
    error.code = plainCode(code);
    error.message = plainMessage(message);
    return error;
}

QString firstString(const json::Value &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString text = object.value(QLatin1StringView(name)).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// The object itself, or the first one inside it that looks like an error.
bool findInJson(const json::Value &value, Error &found, int depth = 0)
{
    if (depth > 8)
        return false;
    if (value.isArray()) {
        const QList<json::Value> &elements = value.elements();
        return std::any_of(elements.cbegin(), elements.cend(),
                           [&](const json::Value &one) { return findInJson(one, found, depth + 1); });
    }
    const QString code = firstString(value, {"__type", "code", "Code", "name", "errorType"});
    if (code.endsWith(u"Exception") || code.contains(u'#')) {
        found = serviceError(code, firstString(value, {"message", "Message", "errorMessage"}));
        found.requestId = value.value(u"$metadata").value(u"requestId").toString();
        return true;
    }
    const QList<json::Member> &members = value.members();
    return std::any_of(members.cbegin(), members.cend(),
                       [&](const json::Member &one) { return findInJson(one.value, found, depth + 1); });
}

// Where the object that begins there ends, by its brackets outside strings; -1 where it does not.
qsizetype endOfObject(const QString &text, qsizetype from)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'\\')
            ++i;
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u'{')
            ++depth;
        else if (!quoted && c == u'}' && --depth == 0)
            return i + 1;
    }
    return -1;
}

void addJson(const QString &text, QList<Place> &places)
{
    qsizetype from = text.indexOf(u'{');
    for (int tried = 0; from >= 0 && tried < mostObjects; ++tried) {
        const qsizetype end = endOfObject(text, from);
        Error error;
        if (end > 0) {
            const auto document = json::read(text.mid(from, end - from).toUtf8());
            if (document && findInJson(document->root, error)) {
                places.append({from, error});
                from = text.indexOf(u'{', end);
                continue;
            }
        }
        from = text.indexOf(u'{', from + 1);
    }
}

void addCommandLine(const QString &text, QList<Place> &places)
{
    static const QRegularExpression line(QStringLiteral(
        R"((?:An error occurred )?(?:\((\w+)\)|\b(\w+Exception)) when calling the (\w+) operation(?: \([^)]*\))?: ?([^\r\n]*))"));
    for (auto matches = line.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        Error error = serviceError(match.captured(1) + match.captured(2), match.captured(4));
        error.operation = match.captured(3);
        places.append({match.capturedStart(), error});
    }
}

void addHeaders(const QString &text, QList<Place> &places)
{
    static const QRegularExpression type(QStringLiteral(R"(x-amzn-ErrorType\s*:\s*(\w+))"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression message(QStringLiteral(R"(x-amzn-ErrorMessage\s*:\s*([^\r\n]*))"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = type.match(text);
    if (match.hasMatch())
        places.append({match.capturedStart(), serviceError(match.captured(1), message.match(text).captured(1))});
}

// "NotAuthorizedException: Incorrect ...", "NotAuthorizedException(message=...)", or the name alone.
void addNames(const QString &text, QList<Place> &places)
{
    static const QRegularExpression name(
        QStringLiteral(R"(\b([A-Z][A-Za-z]*Exception)\b(?:\s*\[[^\]\r\n]*\])?(?::[ \t]*([^\r\n]*)|)"
                       R"([({]\s*[Mm]essage\s*[=:]\s*"?([^\r\n)},]*))?)"));
    for (auto matches = name.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString message = match.captured(2) + match.captured(3);
        if (message.startsWith(QLatin1StringView("An error occurred ("))) // the line of addCommandLine()
            continue;
        // A wrapper whose message is the error itself says nothing of its own.
        const QRegularExpressionMatch inner = name.match(message);
        if (inner.hasMatch() && inner.capturedStart() == 0 && inner.captured(1) != match.captured(1)) {
            places.append(
                {match.capturedStart() + 1, serviceError(inner.captured(1), inner.captured(2) + inner.captured(3))});
            continue;
        }
        places.append({match.capturedStart(), serviceError(match.captured(1), message)});
    }
}

// What the text tells beside the errors: Go and HTTP name the operation, most SDKs the request id.
void addCircumstances(const QString &text, QList<Error> &errors)
{
    static const QRegularExpression operation(
        QStringLiteral(R"(operation error [\w ]+: (\w+)|AWSCognitoIdentityProviderService\.(\w+))"));
    static const QRegularExpression request(QStringLiteral(R"(request ?id:?\s*["']?([0-9a-f]{8}-[0-9a-f-]{27}))"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch named = operation.match(text);
    const QString id = request.match(text).captured(1);
    for (Error &error : errors) {
        if (error.operation.isEmpty())
            error.operation = named.captured(1) + named.captured(2);
        if (error.requestId.isEmpty())
            error.requestId = id;
    }
}

bool isToldAlready(const QList<Error> &errors, const Error &error)
{
    return std::any_of(errors.cbegin(), errors.cend(), [&error](const Error &one) {
        return one.code == error.code &&
               (error.message.isEmpty() || one.message == error.message || one.message.startsWith(error.message) ||
                error.message.startsWith(one.message));
    });
}

} // namespace

QList<Error> errorsIn(const QString &given)
{
    QString text = given.left(longestText);
    // JSON that stands in a log as a string.
    if (text.contains(QLatin1StringView("\\\"__type\\\"")) || text.contains(QLatin1StringView("\\\"code\\\"")))
        text.replace(QLatin1StringView("\\\""), QLatin1StringView("\""));
    QList<Place> places;
    addJson(text, places);
    addCommandLine(text, places);
    addHeaders(text, places);
    addNames(text, places);
    // What tells a message comes before what only names the error.
    std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        if (a.error.message.isEmpty() != b.error.message.isEmpty())
            return b.error.message.isEmpty();
        return a.at < b.at;
    });
    QList<Error> errors;
    for (const Place &place : std::as_const(places)) {
        if (errors.size() < mostErrors && !isToldAlready(errors, place.error))
            errors.append(place.error);
    }
    addCircumstances(text, errors);
    return errors;
}

} // namespace poolscope::diagnosis
