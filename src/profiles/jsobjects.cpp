#include "profiles/jsobjects.h"

#include <QString>

namespace poolscope::profiles {

namespace {

constexpr int deepestNesting = 64;
// Setting a member looks through those before it. No configuration has as many.
constexpr qsizetype mostMembers = 1'000;

bool isIdentifierCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

// Every read...() and skip...() returns false, or sets m_failed, where the text ends before what it began.
class JsObjectReader
{
public:
    explicit JsObjectReader(QStringView source)
        : m_source(source)
    {
    }

    std::optional<json::Value> objects()
    {
        json::Value found = json::Value::array();
        while (skipBlank() && !atEnd()) {
            const QChar c = current();
            if (c == u'{')
                found.append(readObject(1));
            else if (isQuote(c))
                readString();
            else
                ++m_at;
        }
        return m_failed ? std::nullopt : std::optional(found);
    }

private:
    bool atEnd() const { return m_failed || m_at >= m_source.size(); }
    QChar current() const { return atEnd() ? QChar() : m_source.at(m_at); }
    QChar next() const { return m_at + 1 < m_source.size() ? m_source.at(m_at + 1) : QChar(); }
    static bool isQuote(QChar c) { return c == u'"' || c == u'\'' || c == u'`'; }

    void fail() { m_failed = true; }

    // Comments too.
    bool skipBlank()
    {
        while (!atEnd()) {
            if (current().isSpace() || current() == u'\ufeff') {
                ++m_at;
            } else if (current() == u'/' && next() == u'/') {
                const qsizetype end = m_source.indexOf(u'\n', m_at);
                m_at = end < 0 ? m_source.size() : end;
            } else if (current() == u'/' && next() == u'*') {
                const qsizetype end = m_source.indexOf(u"*/", m_at + 2);
                if (end < 0)
                    fail();
                m_at = end + 2;
            } else {
                break;
            }
        }
        return !m_failed;
    }

    json::Value readValue(int depth)
    {
        skipBlank();
        json::Value value;
        const QChar c = current();
        if (c == u'{')
            value = readObject(depth + 1);
        else if (c == u'[')
            value = readArray(depth + 1);
        else if (isQuote(c))
            value = readString();
        else if (isIdentifierCharacter(c))
            value = readWord();
        skipBlank();
        // What goes on is an expression, of which this was only the beginning.
        if (!atEnd() && current() != u',' && current() != u'}' && current() != u']') {
            skipExpression();
            return {};
        }
        return value;
    }

    json::Value readObject(int depth)
    {
        json::Value object = json::Value::object();
        if (depth > deepestNesting) {
            fail();
            return object;
        }
        ++m_at;
        while (skipBlank()) {
            if (atEnd()) {
                fail();
                break;
            }
            if (current() == u'}') {
                ++m_at;
                break;
            }
            if (current() == u']')
                fail();
            else if (current() == u',')
                ++m_at;
            else
                readMember(object, depth);
        }
        return object;
    }

    void readMember(json::Value &object, int depth)
    {
        QString name;
        if (isQuote(current()))
            name = readString().toString();
        else
            name = readIdentifier();
        skipBlank();
        if (current() != u':' || name.isEmpty()) {
            skipExpression(); // a method, a spread, a computed name, a statement
            return;
        }
        ++m_at;
        const json::Value value = readValue(depth);
        if (object.size() < mostMembers)
            object.set(name, value);
    }

    json::Value readArray(int depth)
    {
        json::Value array = json::Value::array();
        if (depth > deepestNesting) {
            fail();
            return array;
        }
        ++m_at;
        while (skipBlank()) {
            if (atEnd()) {
                fail();
                break;
            }
            if (current() == u']') {
                ++m_at;
                break;
            }
            if (current() == u'}')
                fail();
            else if (current() == u',')
                ++m_at;
            else
                array.append(readValue(depth));
        }
        return array;
    }

    QString readIdentifier()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && isIdentifierCharacter(current()))
            ++m_at;
        return m_source.sliced(begin, m_at - begin).toString();
    }

    // Of the words only those that stand for a value; numbers are of no use here.
    json::Value readWord()
    {
        const QString word = readIdentifier();
        if (word == u"true" || word == u"false")
            return word == u"true";
        return {};
    }

    json::Value readString()
    {
        const QChar quote = current();
        QString text;
        bool isWhole = true;
        for (++m_at; !atEnd(); ++m_at) {
            const QChar c = current();
            if (c == quote) {
                ++m_at;
                return isWhole ? json::Value(text) : json::Value();
            }
            if (c == u'\n' && quote != u'`')
                break;
            if (c == u'$' && quote == u'`' && next() == u'{')
                isWhole = false;
            if (c == u'\\') {
                ++m_at;
                text += readEscape();
            } else {
                text += c;
            }
        }
        fail();
        return {};
    }

    // Stands behind the backslash, and stays at the last character of the escape.
    QString readEscape()
    {
        switch (current().unicode()) {
        case u'n':
            return QStringLiteral("\n");
        case u't':
            return QStringLiteral("\t");
        case u'r':
            return QStringLiteral("\r");
        case u'\n':
            return {};
        case u'x':
            return readHex(2);
        case u'u':
            return readHex(4);
        default:
            return current();
        }
    }

    QString readHex(qsizetype digits)
    {
        bool isHex = false;
        const QStringView text = m_source.sliced(m_at + 1).left(digits);
        const ushort unit = text.toUShort(&isHex, 16);
        if (!isHex || text.size() < digits) {
            fail();
            return {};
        }
        m_at += digits;
        return QChar(unit);
    }

    // To the comma or bracket that ends it.
    void skipExpression()
    {
        int open = 0;
        while (skipBlank() && !atEnd()) {
            const QChar c = current();
            if (open == 0 && (c == u',' || c == u'}' || c == u']'))
                return;
            if (isQuote(c)) {
                readString();
                continue;
            }
            if (c == u'(' || c == u'[' || c == u'{')
                ++open;
            else if (c == u')' || c == u']' || c == u'}')
                --open;
            ++m_at;
        }
        fail();
    }

    QStringView m_source;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace

std::optional<json::Value> jsObjectsIn(QStringView source)
{
    return JsObjectReader(source).objects();
}

} // namespace poolscope::profiles
