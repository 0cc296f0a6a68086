#pragma once

#include "sandbox/connectsnippets.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace poolscope::ui {

class MonoTextView;
class PrimaryButton;
class Workspace;

// How programs of one's own reach the open pool of the sandbox: its address and ids, and source text to copy. Opened,
// never exec'd.
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    // endpoint: where the sandbox listens.
    ConnectDialog(const Workspace &workspace, const QString &endpoint, QWidget *parent = nullptr);

private:
    void buildLayout();
    QWidget *buildFacts();
    void showSnippet();
    void copySnippet();

    sandbox::ConnectFacts m_facts;
    QList<sandbox::ConnectSnippet> m_snippets;
    bool m_hasSecret = false;
    QComboBox *m_kind = nullptr;
    MonoTextView *m_text = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_copied = nullptr;
    PrimaryButton *m_copy = nullptr;
};

} // namespace poolscope::ui
