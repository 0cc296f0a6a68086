#include "json/indenter.h"

#include <algorithm>

namespace poolscope::json {

namespace {

bool isBlankByte(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Behind the string that begins at `from`; the end of the text where it is not closed.
qsizetype endOfStringAt(QByteArrayView json, qsizetype from)
{
    for (qsizetype at = from + 1; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

qsizetype skipBlanks(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isBlankByte(json[at]))
        ++at;
    return at;
}

class Indenter
{
public:
    Indenter(QByteArrayView json, int levels)
        : m_json(json)
        , m_levels(levels)
    {
        m_out.reserve(json.size() + json.size() / 2);
    }

    QByteArray run();

private:
    void newLine();
    qsizetype open(qsizetype at);
    void close(char bracket);

    QByteArrayView m_json;
    int m_levels;
    int m_depth = 0;
    QByteArray m_out;
};

void Indenter::newLine()
{
    m_out += '\n';
    m_out.append(2 * std::clamp(m_depth, 0, m_levels), ' ');
}

// Gives where to go on: what is empty stays on one line.
qsizetype Indenter::open(qsizetype at)
{
    m_out += m_json[at];
    const qsizetype next = skipBlanks(m_json, at + 1);
    if (next < m_json.size() && (m_json[next] == '}' || m_json[next] == ']')) {
        m_out += m_json[next];
        return next + 1;
    }
    ++m_depth;
    newLine();
    return next;
}

void Indenter::close(char bracket)
{
    --m_depth;
    newLine();
    m_out += bracket;
}

QByteArray Indenter::run()
{
    for (qsizetype at = skipBlanks(m_json, 0); at < m_json.size(); at = skipBlanks(m_json, at)) {
        const char c = m_json[at];
        if (c == '"') {
            const qsizetype end = endOfStringAt(m_json, at);
            m_out += m_json.sliced(at, end - at);
            at = end;
        } else if (c == '{' || c == '[') {
            at = open(at);
        } else {
            if (c == '}' || c == ']')
                close(c);
            else
                m_out += c;
            if (c == ':')
                m_out += ' ';
            else if (c == ',')
                newLine();
            ++at;
        }
    }
    return std::move(m_out);
}

} // namespace

QByteArray indented(QByteArrayView json, int levels)
{
    return Indenter(json, levels).run();
}

} // namespace poolscope::json
