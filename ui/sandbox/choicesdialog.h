#pragma once

#include "sandbox/choicesmodel.h"

#include <QDialog>

class QAbstractButton;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace poolscope::ui {

// What the sandbox does where nobody knows the service's behaviour for certain: each choice with what it means, how sure
// its default is, and the value, which can be changed; what is accepted without effect; and which error texts are not
// verified. Opened, never exec'd.
class ChoicesDialog final : public QDialog
{
    Q_OBJECT

public:
    // The sandbox outlives the dialog.
    explicit ChoicesDialog(sandbox::Sandbox &sandbox, QWidget *parent = nullptr);

private:
    QWidget *buildTable();
    QWidget *buildDetails();
    QWidget *buildLists();
    void showOneOf(QAbstractButton *toggle, QWidget *list, QAbstractButton *other);
    QWidget *buildButtons();
    void showCurrent();
    int currentRow() const;

    sandbox::ChoicesModel m_model;
    QTableView *m_table = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_meaning = nullptr;
    QComboBox *m_values = nullptr;
    QLabel *m_defaultHint = nullptr;
    QPushButton *m_default = nullptr;
    QPushButton *m_allDefaults = nullptr;
};

} // namespace poolscope::ui
